package dev.curfew.delegation.map;

/** A relation that says who answers for an object: an owner, an initiator. */
public record PeopleMapping(String type, String relation) {}

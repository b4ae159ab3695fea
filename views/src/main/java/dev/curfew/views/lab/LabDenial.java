package dev.curfew.views.lab;

/** Why a call of the lab did not go through. */
public enum LabDenial {
    CERTIFICATE_ENDED("lab.denial.certificateEnded"),
    CERTIFICATE_NOT_YET("lab.denial.certificateNotYet"),
    UNKNOWN_AUTHORITY("lab.denial.unknownAuthority"),
    NOT_ALLOWED("lab.denial.notAllowed"),
    TOKEN_ENDED("lab.denial.tokenEnded"),
    TOKEN_INVALID("lab.denial.tokenInvalid"),
    WRONG_AUDIENCE("lab.denial.wrongAudience"),
    NOTHING_TO_SHOW("lab.denial.nothingToShow"),
    CALLED_ENDED("lab.denial.calledEnded"),
    CALLED_NOT_YET("lab.denial.calledNotYet"),
    CALLED_UNKNOWN("lab.denial.calledUnknown"),
    NO_ANSWER("lab.denial.noAnswer"),
    NOT_GRANTED("lab.denial.notGranted"),
    NO_DECISION("lab.denial.noDecision");

    private final String key;

    LabDenial(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}

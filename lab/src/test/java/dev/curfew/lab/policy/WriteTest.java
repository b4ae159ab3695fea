package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.Backend.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Int32Value;
import dev.curfew.wire.openfga.ReadRequest;
import dev.curfew.wire.openfga.ReadRequestTupleKey;
import dev.curfew.wire.openfga.RelationshipCondition;
import dev.curfew.wire.openfga.Tuple;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestDeletes;
import dev.curfew.wire.openfga.WriteRequestWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteTest {
    private Backend backend;

    @BeforeEach
    void start() throws Exception {
        backend = Backend.ofAgents();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private String write(String deletes, String writes) {
        return write(backend.writing(deletes, writes));
    }

    private String write(WriteRequest.Builder request) {
        return said(() -> backend.calls.write(request.build()).toString().isEmpty() ? "done" : "");
    }

    private ReadRequest.Builder reading(String object, String relation, String user) {
        return ReadRequest.newBuilder()
                .setStoreId(backend.store)
                .setTupleKey(
                        ReadRequestTupleKey.newBuilder()
                                .setObject(object)
                                .setRelation(relation)
                                .setUser(user));
    }

    private List<String> read(ReadRequest.Builder request) {
        return Backend.lines(
                backend.calls.read(request.build()).getTuplesList().stream()
                        .map(Tuple::getKey)
                        .toList());
    }

    private List<String> all() {
        return read(ReadRequest.newBuilder().setStoreId(backend.store));
    }

    @Test
    void exchangesALeaseInOneWrite() {
        backend.write("delegation:d lease_a agent:* until 13:00");
        assertThat(
                        write(
                                "delegation:d lease_a agent:*",
                                "delegation:d lease_b agent:* until 12:30"))
                .isEqualTo("done");
        assertThat(all()).containsExactly("delegation:d lease_b agent:*");
    }

    @Test
    void doesNothingOfAWriteThatFailsInPart() {
        backend.write("tool:t standing agent:a");
        assertThat(
                        write(
                                "tool:t standing agent:a\ntool:t standing agent:b",
                                "tool:t standing agent:c"))
                .isEqualTo(
                        "UNKNOWN cannot delete a tuple which does not exist: user: 'agent:b',"
                                + " relation: 'standing', object: 'tool:t': tuple to be written"
                                + " already existed or the tuple to be deleted did not exist");
        assertThat(write("tool:t standing agent:a", "tool:u standing agent:a until 13:00"))
                .isEqualTo("done");
        assertThat(write("", "tool:t standing agent:a\ntool:u standing agent:a"))
                .isEqualTo(
                        "UNKNOWN cannot write a tuple which already exists: user: 'agent:a',"
                                + " relation: 'standing', object: 'tool:u': tuple to be written"
                                + " already existed or the tuple to be deleted did not exist");
        assertThat(all()).containsExactly("tool:u standing agent:a");
    }

    @Test
    void doesNotChangeATupleInOneWrite() {
        backend.write("tool:t standing agent:a");
        assertThat(write("tool:t standing agent:a", "tool:t standing agent:a until 13:00"))
                .isEqualTo(
                        "UNKNOWN duplicate tuple in write: user: 'agent:a', relation: 'standing',"
                                + " object: 'tool:t'");
    }

    @Test
    void leavesOutWhatIsDoneIfAskedTo() {
        backend.write("tool:t standing agent:a until 13:00");
        var request =
                backend.writing(
                        "tool:t standing agent:b",
                        "tool:t standing agent:a until 13:00\ntool:t standing agent:c");
        request.getWritesBuilder().setOnDuplicate("ignore");
        request.getDeletesBuilder().setOnMissing("ignore");
        assertThat(write(request)).isEqualTo("done");
        assertThat(all()).containsExactly("tool:t standing agent:a", "tool:t standing agent:c");

        var other = backend.writing("", "tool:t standing agent:a until 14:00");
        other.getWritesBuilder().setOnDuplicate("ignore");
        assertThat(write(other))
                .isEqualTo(
                        "ABORTED transactional write failed due to conflict: attempted to write a"
                                + " tuple which already exists with a different condition: user:"
                                + " 'agent:a', relation: 'standing', object: 'tool:t'");
        other.getWritesBuilder().setOnDuplicate("skip");
        assertThat(write(other)).isEqualTo("UNKNOWN invalid on_duplicate option: skip");
        request.getDeletesBuilder().setOnMissing("skip");
        assertThat(write(request)).isEqualTo("UNKNOWN invalid on_missing option: skip");
    }

    @Test
    void takesAHundredAtOnce() {
        var hundred =
                IntStream.range(0, 100)
                        .mapToObj("tool:t%d standing agent:a"::formatted)
                        .collect(Collectors.joining("\n"));
        assertThat(write("", hundred + "\ntool:t100 standing agent:a"))
                .isEqualTo(
                        "UNKNOWN The number of write operations exceeds the allowed limit of 100");
        assertThat(write("", hundred)).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "tool:t can_use agent:a, Invalid tuple 'tool:t#can_use@agent:a'. Reason: type 'agent' is"
                + " not an allowed type restriction for 'tool#can_use'",
        "tool:t eats agent:a, Invalid tuple 'tool:t#eats@agent:a'. Reason: relation 'tool#eats' not"
                + " found",
        "robot:t via delegation:d, Invalid tuple 'robot:t#via@delegation:d'. Reason: type 'robot'"
                + " not found",
        "tool:t via delegation:*, Invalid tuple 'tool:t#via@delegation:*'. Reason: unexpected"
                + " wildcard relationship with tupleset relation 'tool#via'",
        "tool:t via delegation:d#live, Invalid tuple 'tool:t#via@delegation:d#live'. Reason:"
                + " unexpected user 'delegation:d#live' with tupleset relation 'tool#via'",
        "tool:t standing agent:*, Invalid tuple 'tool:t#standing@agent:*'. Reason: the typed"
                + " wildcard 'agent:*' is not an allowed type restriction for 'tool#standing'",
        "tool:t standing delegation:d#holder, Invalid tuple 'tool:t#standing@delegation:d#holder'."
                + " Reason: 'delegation#holder' is not an allowed type restriction for 'tool#standing'",
        "delegation:d lease_a agent:*, Invalid tuple 'delegation:d#lease_a@agent:*'. Reason:"
                + " condition is missing",
        "delegation:d delegate agent:a until 13:00, Invalid tuple"
                + " 'delegation:d#delegate@agent:a (condition live_until)'. Reason: invalid condition"
                + " for type restriction",
        "delegation:d lease_a agent:a until 13:00, Invalid tuple 'delegation:d#lease_a@agent:a'."
                + " Reason: type 'agent' is not an allowed type restriction for 'delegation#lease_a'",
        "delegation:d delegate anna, Invalid tuple 'delegation:d#delegate@anna'. Reason: the 'user'"
                + " field must be an object (e.g. document:1) or an 'object#relation' or a typed"
                + " wildcard (e.g. group:*)",
        "delegation:d delegate agent:spiffe://acme.test/a, Invalid tuple"
                + " 'delegation:d#delegate@agent:spiffe://acme.test/a'. Reason: the 'user' field is"
                + " malformed",
        "delegation:* delegate agent:a, Invalid tuple 'delegation:*#delegate@agent:a'. Reason: the"
                + " 'object' field cannot reference a typed wildcard",
    })
    void refusesWhatTheModelDoesNotAllow(String line, String why) {
        assertThat(write("", line)).isEqualTo("UNKNOWN " + why);
    }

    private String withCondition(String name, String... values) {
        return write(
                WriteRequest.newBuilder()
                        .setStoreId(backend.store)
                        .setWrites(
                                WriteRequestWrites.newBuilder()
                                        .addTupleKeys(
                                                TupleKey.newBuilder()
                                                        .setObject("delegation:d")
                                                        .setRelation("lease_a")
                                                        .setUser("agent:*")
                                                        .setCondition(
                                                                RelationshipCondition.newBuilder()
                                                                        .setName(name)
                                                                        .setContext(
                                                                                Backend.struct(
                                                                                        values))))));
    }

    @Test
    void looksAtTheValuesOfAnEnd() {
        var why = "UNKNOWN Invalid tuple 'delegation:d#lease_a@agent:* (condition %s)'. Reason: ";
        assertThat(withCondition("until"))
                .isEqualTo(why.formatted("until") + "undefined condition");
        assertThat(withCondition("live_until", "not_after", "late"))
                .isEqualTo(
                        why.formatted("live_until")
                                + "parameter type error on condition 'live_until' - failed to"
                                + " convert context parameter 'not_after': expected RFC 3339"
                                + " formatted timestamp string, but found 'late'");
        assertThat(withCondition("live_until", "end", "2026-11-22T13:00:00Z"))
                .isEqualTo(why.formatted("live_until") + "found invalid context parameter: end");
        // Its end is then for the request to say.
        assertThat(withCondition("live_until")).isEqualTo("done");
        assertThat(backend.check("agent:* live delegation:d", "12:00"))
                .isEqualTo(
                        "UNKNOWN failed to evaluate relationship condition: 'live_until' - tuple"
                                + " 'delegation:d#lease_a@agent:*' is missing context parameters"
                                + " '[not_after]'");
    }

    @Test
    void refusesRequestsWithoutForm() {
        assertThat(write(backend.writing("", "")))
                .isEqualTo(
                        "UNKNOWN Invalid input. Make sure you provide at least one write, or at"
                                + " least one delete");
        assertThat(
                        write(
                                backend.writing("", "")
                                        .setWrites(WriteRequestWrites.getDefaultInstance())))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid WriteRequest.Writes: embedded message failed"
                                + " validation | caused by: invalid WriteRequestWrites.TupleKeys:"
                                + " value must contain at least 1 item(s)");
        assertThat(
                        write(
                                backend.writing("", "")
                                        .setDeletes(WriteRequestDeletes.getDefaultInstance())))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid WriteRequest.Deletes: embedded message failed"
                                + " validation | caused by: invalid WriteRequestDeletes.TupleKeys:"
                                + " value must contain at least 1 item(s)");
        assertThat(write("", "tool:t stand@ing agent:a"))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid WriteRequest.Writes: embedded message failed"
                                + " validation | caused by: invalid WriteRequestWrites.TupleKeys[0]:"
                                + " embedded message failed validation | caused by: invalid"
                                + " TupleKey.Relation: value does not match regex pattern"
                                + " \"^[^:#@\\\\s]{1,50}$\"");
        assertThat(write("tool:t standing agent:a#b#c", ""))
                .isEqualTo(
                        "UNKNOWN Invalid tuple 'tool:t#standing@agent:a#b#c'. Reason: the 'user'"
                                + " field is malformed");
        assertThat(write(backend.writing("", "tool:t standing agent:a").setStoreId("x")))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid WriteRequest.StoreId: value does not match regex"
                                + " pattern \"^[ABCDEFGHJKMNPQRSTVWXYZ0-9]{26}$\"");
        var model = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        assertThat(
                        write(
                                backend.writing("", "tool:t standing agent:a")
                                        .setAuthorizationModelId(model)))
                .isEqualTo("UNKNOWN Authorization Model '" + model + "' not found");
    }

    @Test
    void readsByObjectRelationAndUser() {
        backend.write(
                """
                tool:t via delegation:d
                tool:t standing agent:a
                tool:u standing agent:a
                tool:u standing agent:b until 13:00
                delegation:d delegate agent:a
                """);
        assertThat(all()).hasSize(5);
        assertThat(read(reading("tool:t", "", "")))
                .containsExactly("tool:t via delegation:d", "tool:t standing agent:a");
        assertThat(read(reading("tool:u", "standing", ""))).hasSize(2);
        assertThat(read(reading("tool:", "", "agent:a")))
                .containsExactly("tool:t standing agent:a", "tool:u standing agent:a");
        assertThat(read(reading("tool:", "via", "delegation:d")))
                .containsExactly("tool:t via delegation:d");
        assertThat(read(reading("tool:u", "standing", "agent:b")))
                .containsExactly("tool:u standing agent:b");
        assertThat(read(reading("robot:", "", "agent:a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'','',''", "'','',agent:a", "tool:,'',''", "tool:,standing,''", "tool,'',agent:a"})
    void needsATypeWithAUserAndAUserWithAType(String object, String relation, String user) {
        assertThat(said(() -> read(reading(object, relation, user))))
                .isEqualTo(
                        "UNKNOWN the 'tuple_key' field was provided but the object type field is"
                                + " required and both the object id and user cannot be empty");
    }

    @Test
    void readsPageByPage() {
        backend.write(
                IntStream.range(0, 7)
                        .mapToObj("tool:t%d standing agent:a"::formatted)
                        .collect(Collectors.joining("\n")));
        var seen = new ArrayList<String>();
        var pages = 0;
        var token = "";
        do {
            var page =
                    backend.calls.read(
                            reading("tool:", "", "agent:a")
                                    .setPageSize(Int32Value.of(3))
                                    .setContinuationToken(token)
                                    .build());
            page.getTuplesList().forEach(tuple -> seen.add(tuple.getKey().getObject()));
            token = page.getContinuationToken();
            pages++;
        } while (!token.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        "tool:t0", "tool:t1", "tool:t2", "tool:t3", "tool:t4", "tool:t5",
                        "tool:t6");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', 'INVALID_ARGUMENT invalid ReadRequest.PageSize: value must be inside range [1,"
                + " 100]'",
        "101, '', 'INVALID_ARGUMENT invalid ReadRequest.PageSize: value must be inside range [1,"
                + " 100]'",
        "5, abcd, UNKNOWN Invalid continuation token",
        "5, a!, 'INVALID_ARGUMENT invalid ReadRequest.ContinuationToken: value does not match regex"
                + " pattern \"^$|^[A-Za-z0-9-_]+={0,2}$\"'",
    })
    void refusesPagesThatAreNone(int size, String token, String why) {
        assertThat(
                        said(() ->
                                read(
                                        ReadRequest.newBuilder()
                                                .setStoreId(backend.store)
                                                .setPageSize(Int32Value.of(size))
                                                .setContinuationToken(token))))
                .isEqualTo(why);
    }

    @Test
    void keepsWhatWasWrittenAsItWasWritten() {
        backend.write("tool:u standing agent:b until 13:00\ntool:u standing agent:c");
        var tuples = backend.calls.read(reading("tool:u", "", "").build()).getTuplesList();
        assertThat(tuples.get(0).getKey())
                .isEqualTo(Backend.tuple("tool:u standing agent:b until 13:00"));
        assertThat(tuples.get(1).getKey()).isEqualTo(Backend.tuple("tool:u standing agent:c"));
        assertThat(withCondition("live_until")).isEqualTo("done");
        assertThat(
                        backend.calls
                                .read(reading("delegation:d", "", "").build())
                                .getTuples(0)
                                .getKey()
                                .getCondition()
                                .hasContext())
                .isTrue();
        assertThat(tuples.get(0).getTimestamp().getSeconds()).isPositive();
    }
}

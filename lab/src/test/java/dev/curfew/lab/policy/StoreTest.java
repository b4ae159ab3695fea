package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.Backend.said;
import static dev.curfew.lab.policy.TypeWriter.direct;
import static dev.curfew.lab.policy.TypeWriter.from;
import static dev.curfew.lab.policy.TypeWriter.one;
import static dev.curfew.lab.policy.TypeWriter.the;
import static dev.curfew.lab.policy.TypeWriter.those;
import static dev.curfew.lab.policy.TypeWriter.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Int32Value;
import com.google.protobuf.Timestamp;
import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.BatchCheckItem;
import dev.curfew.wire.openfga.BatchCheckRequest;
import dev.curfew.wire.openfga.BatchCheckSingleResult;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.DeleteStoreRequest;
import dev.curfew.wire.openfga.GetStoreRequest;
import dev.curfew.wire.openfga.ListStoresRequest;
import dev.curfew.wire.openfga.ReadAuthorizationModelRequest;
import dev.curfew.wire.openfga.ReadAuthorizationModelsRequest;
import dev.curfew.wire.openfga.ReadChangesRequest;
import dev.curfew.wire.openfga.ReadRequest;
import dev.curfew.wire.openfga.Store;
import dev.curfew.wire.openfga.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoreTest {
    private static final String NEVER_MADE = "01ARZ3NDEKTSV4RRFFQ69G5FB0";

    private Backend backend;

    @BeforeEach
    void start() throws Exception {
        backend = Backend.empty();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void listsStoresUntilTheyAreDeleted() {
        var name = "shop_" + System.nanoTime();
        var made = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            made.add(
                    backend.calls
                            .createStore(CreateStoreRequest.newBuilder().setName(name).build())
                            .getId());
        }
        var first =
                backend.calls.listStores(
                        ListStoresRequest.newBuilder()
                                .setName(name)
                                .setPageSize(Int32Value.of(2))
                                .build());
        var second =
                backend.calls.listStores(
                        ListStoresRequest.newBuilder()
                                .setName(name)
                                .setPageSize(Int32Value.of(2))
                                .setContinuationToken(first.getContinuationToken())
                                .build());
        assertThat(first.getStoresList()).extracting(Store::getId).hasSize(2);
        assertThat(second.getStoresList()).extracting(Store::getId).hasSize(1);
        assertThat(second.getContinuationToken()).isEmpty();
        assertThat(Stream.of(first, second).flatMap(page -> page.getStoresList().stream()))
                .extracting(Store::getId)
                .containsExactlyInAnyOrderElementsOf(made);

        backend.calls.deleteStore(
                DeleteStoreRequest.newBuilder().setStoreId(made.getFirst()).build());
        assertThat(get(made.getFirst())).isEqualTo("UNKNOWN Store ID not found");
        assertThat(get(made.getLast())).isEqualTo(name);
    }

    private String get(String id) {
        return said(() ->
                backend.calls
                        .getStore(GetStoreRequest.newBuilder().setStoreId(id).build())
                        .getName());
    }

    @Test
    void aStoreThatWasNeverMadeIsEmpty() {
        assertThat(get(NEVER_MADE)).isEqualTo("UNKNOWN Store ID not found");
        assertThat(
                        backend.calls
                                .read(ReadRequest.newBuilder().setStoreId(NEVER_MADE).build())
                                .getTuplesList())
                .isEmpty();
        assertThat(
                        backend.check(
                                backend.asking("agent:a can_use tool:t", "")
                                        .setStoreId(NEVER_MADE)))
                .isEqualTo("UNKNOWN No authorization models found for store '" + NEVER_MADE + "'");
    }

    @Test
    void refusesANameThatIsNone() {
        assertThat(
                        said(() ->
                                backend.calls.createStore(
                                        CreateStoreRequest.newBuilder().setName("x").build())))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid CreateStoreRequest.Name: value does not match"
                                + " regex pattern \"^[a-zA-Z0-9\\\\s\\\\.\\\\-\\\\/^_&@]{3,64}$\"");
    }

    @Test
    void keepsEveryModelAndAnswersByTheNewest() {
        assertThat(models(2, "")).isEmpty();
        var old = backend.model(AgentsModel.write());
        backend.write("tool:t standing agent:a");
        var without =
                AgentsModel.write().toBuilder()
                        .setTypeDefinitions(
                                4,
                                new TypeWriter("tool")
                                        .define("via", one("delegation"))
                                        .define("can_use", from("via", "holder"))
                                        .done());
        var fresh = backend.model(without.build());
        assertThat(models(10, "")).containsExactly(fresh, old);
        assertThat(models(1, "")).containsExactly(fresh);

        var asked = backend.asking("agent:a can_use tool:t", "12:00");
        assertThat(backend.check(asked)).isEqualTo("no");
        assertThat(backend.check(asked.setAuthorizationModelId(old))).isEqualTo("yes");
        assertThat(backend.check(asked.setAuthorizationModelId(NEVER_MADE)))
                .isEqualTo("UNKNOWN Authorization Model '" + NEVER_MADE + "' not found");
        assertThat(
                        backend.calls
                                .readAuthorizationModel(
                                        ReadAuthorizationModelRequest.newBuilder()
                                                .setStoreId(backend.store)
                                                .setId(old)
                                                .build())
                                .getAuthorizationModel())
                .isEqualTo(AgentsModel.write().toBuilder().setId(old).build());
    }

    private List<String> models(int size, String token) {
        return backend
                .calls
                .readAuthorizationModels(
                        ReadAuthorizationModelsRequest.newBuilder()
                                .setStoreId(backend.store)
                                .setPageSize(Int32Value.of(size))
                                .setContinuationToken(token)
                                .build())
                .getAuthorizationModelsList()
                .stream()
                .map(AuthorizationModel::getId)
                .toList();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("an authorization model cannot contain duplicate types", type("user")),
                mistake("'doc#x' relation is undefined", doc().define("v", the("x")).done()),
                mistake(
                        "the definition of relation 'v' in object type 'doc' is invalid: invalid"
                                + " userset rewrite definition",
                        doc().define("v", the("v")).done()),
                mistake("'doc#p' relation is undefined", doc().define("v", from("p", "v")).done()),
                mistake(
                        "undefined relation: x does not appear as a relation in any of the directly"
                                + " related user types [type:\"doc\"]",
                        doc().define("p", one("doc")).define("v", from("p", "x")).done()),
                mistake(
                        "the assignable relation 'v' in object type 'doc' must contain at least one"
                                + " relation type",
                        doc().define("v", direct()).done()),
                mistake(
                        "the non-assignable relation 'w' in object type 'doc' should not contain a"
                                + " relation type",
                        doc().define("v", one("user")).define("w", the("v"), one("user")).done()),
                mistake(
                        "the relation type 'robot' on 'v' in object type 'doc' is not valid",
                        doc().define("v", one("robot")).done()),
                mistake(
                        "the relation type 'user#m' on 'v' in object type 'doc' is not valid",
                        doc().define("v", those("user", "m")).done()),
                mistake(
                        "condition rain is undefined for relation v",
                        doc().define("v", with(one("user"), "rain")).done()));
    }

    private static Arguments mistake(String why, TypeDefinition second) {
        return Arguments.of(why, second);
    }

    private static TypeDefinition type(String name) {
        return new TypeWriter(name).done();
    }

    private static TypeWriter doc() {
        return new TypeWriter("doc");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesModelsThatNameWhatIsNotThere(String why, TypeDefinition second) {
        assertThat(
                        said(() ->
                                backend.model(
                                        AuthorizationModel.newBuilder()
                                                .setSchemaVersion("1.1")
                                                .addTypeDefinitions(type("user"))
                                                .addTypeDefinitions(second)
                                                .build())))
                .isEqualTo("UNKNOWN " + why.replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, UNKNOWN invalid schema version",
        "9, INVALID_ARGUMENT invalid WriteAuthorizationModelRequest.SchemaVersion: value must be in"
                + " list [1.0 1.1 1.2]",
    })
    void refusesOtherVersionsOfTheLanguage(String version, String why) {
        assertThat(
                        said(() ->
                                backend.model(
                                        AuthorizationModel.newBuilder()
                                                .setSchemaVersion(version)
                                                .addTypeDefinitions(type("user"))
                                                .build())))
                .isEqualTo(why);
    }

    @Test
    void tellsWhatItCannotEvaluate() {
        if (System.getProperty("openfga") != null) {
            return; // The real one can.
        }
        var model =
                AuthorizationModel.newBuilder()
                        .setSchemaVersion("1.1")
                        .addTypeDefinitions(type("user"))
                        .putConditions(
                                "soon",
                                Condition.newBuilder()
                                        .setName("soon")
                                        .setExpression("now < end + duration('1h')")
                                        .putParameters("now", time())
                                        .putParameters("end", time())
                                        .build());
        assertThat(said(() -> backend.model(model.build())))
                .isEqualTo(
                        "INVALID_ARGUMENT the lab cannot evaluate condition 'soon': 'now < end +"
                                + " duration('1h')' is no comparison of parameters. It can compare"
                                + " parameters of one type (timestamp, string, bool, int, uint,"
                                + " double), joined by &&");
    }

    private static ConditionParamTypeRef time() {
        return ConditionParamTypeRef.newBuilder().setTypeName(TypeName.TYPE_NAME_TIMESTAMP).build();
    }

    private ReadChangesRequest.Builder changes(String type, String token) {
        return ReadChangesRequest.newBuilder()
                .setStoreId(backend.store)
                .setType(type)
                .setPageSize(Int32Value.of(3))
                .setContinuationToken(token);
    }

    @Test
    void tellsWhatWasDoneOldestFirst() {
        backend.model(AgentsModel.write());
        assertThat(backend.calls.readChanges(changes("", "").build()).getContinuationToken())
                .isEmpty();
        backend.write("tool:t standing agent:a until 13:00\ndelegation:d delegate agent:a");
        backend.delete("tool:t standing agent:a");
        backend.write("tool:u standing agent:b");
        var first = backend.calls.readChanges(changes("", "").build());
        var second = backend.calls.readChanges(changes("", first.getContinuationToken()).build());
        var third = backend.calls.readChanges(changes("", second.getContinuationToken()).build());
        assertThat(Stream.of(first, second, third).flatMap(page -> page.getChangesList().stream()))
                .extracting(change ->
                        change.getOperation().name().substring("TUPLE_OPERATION_".length())
                                + " "
                                + TupleRules.line(change.getTupleKey())
                                + " "
                                + change.getTupleKey().getCondition().getName())
                .containsExactly(
                        "WRITE tool:t#standing@agent:a live_until",
                        "WRITE delegation:d#delegate@agent:a ",
                        "DELETE tool:t#standing@agent:a ",
                        "WRITE tool:u#standing@agent:b ");
        assertThat(third.getContinuationToken()).isEqualTo(second.getContinuationToken());

        backend.delete("tool:u standing agent:b");
        assertThat(
                        backend.calls
                                .readChanges(changes("", third.getContinuationToken()).build())
                                .getChangesList())
                .hasSize(1);
        assertThat(backend.calls.readChanges(changes("delegation", "").build()).getChangesList())
                .hasSize(1);
        assertThat(
                        said(() ->
                                backend.calls.readChanges(
                                        changes("tool", third.getContinuationToken()).build())))
                .isEqualTo(
                        "UNKNOWN The type in the querystring and the continuation token don't"
                                + " match");
        assertThat(said(() -> backend.calls.readChanges(changes("", "abcd").build())))
                .isEqualTo("UNKNOWN Invalid continuation token");
        assertThat(
                        backend.calls
                                .readChanges(
                                        changes("", "")
                                                .setStartTime(Timestamp.newBuilder().setSeconds(1))
                                                .build())
                                .getChangesList())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, value must be greater than or equal to 1",
        "101, 'value must be inside range [1, 100]'",
    })
    void refusesPagesOfChangesThatAreNone(int size, String why) {
        assertThat(
                        said(() ->
                                backend.calls.readChanges(
                                        changes("", "").setPageSize(Int32Value.of(size)).build())))
                .isEqualTo("INVALID_ARGUMENT invalid ReadChangesRequest.PageSize: " + why);
    }

    private BatchCheckRequest.Builder batch(String time, String... asked) {
        var batch = BatchCheckRequest.newBuilder().setStoreId(backend.store);
        for (var i = 0; i < asked.length; i++) {
            var one = backend.asking(asked[i], time);
            batch.addChecks(
                    BatchCheckItem.newBuilder()
                            .setCorrelationId("c-" + i)
                            .setTupleKey(one.getTupleKey())
                            .setContext(one.getContext()));
        }
        return batch;
    }

    private Map<String, String> answers(BatchCheckRequest.Builder batch) {
        return backend.calls.batchCheck(batch.build()).getResultMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> text(one.getValue())));
    }

    private static String text(BatchCheckSingleResult result) {
        return result.hasError()
                ? result.getError().getInputError() + " " + result.getError().getMessage()
                : String.valueOf(result.getAllowed());
    }

    @Test
    void answersManyAtOnceEachForItself() {
        backend.model(AgentsModel.write());
        backend.write("tool:t standing agent:a\ntool:t standing agent:b until 13:00");
        var asked =
                new String[] {
                    "agent:a can_use tool:t", "agent:b can_use tool:t", "robot:a can_use tool:t"
                };
        assertThat(answers(batch("12:30", asked)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "c-0",
                                "true",
                                "c-1",
                                "true",
                                "c-2",
                                "validation_error invalid relation: type 'robot' not found"));
        assertThat(answers(batch("", asked)))
                .containsEntry("c-0", "true")
                .containsEntry(
                        "c-1",
                        "validation_error failed to evaluate relationship condition: 'live_until' -"
                                + " tuple 'tool:t#standing@agent:b' is missing context parameters"
                                + " '[current_time]'");
        assertThat(
                        answers(
                                batch(
                                        "12:30",
                                        IntStream.range(0, 50)
                                                .mapToObj("agent:x%d can_use tool:t"::formatted)
                                                .toArray(String[]::new))))
                .hasSize(50)
                .containsEntry("c-49", "false");
    }

    @Test
    void refusesBatchesThatAreNone() {
        backend.model(AgentsModel.write());
        var many =
                IntStream.range(0, 51)
                        .mapToObj("agent:x%d can_use tool:t"::formatted)
                        .toArray(String[]::new);
        assertThat(said(() -> answers(batch("", many))))
                .isEqualTo("UNKNOWN batchCheck received 51 checks, the maximum allowed is 50");
        assertThat(said(() -> answers(batch(""))))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid BatchCheckRequest.Checks: value must contain at"
                                + " least 1 item(s)");
        var twice = batch("", "agent:a can_use tool:t", "agent:b can_use tool:t");
        twice.getChecksBuilder(1).setCorrelationId("c-0");
        assertThat(said(() -> answers(twice)))
                .isEqualTo("UNKNOWN received duplicate correlation id: c-0");
    }

    @Test
    void refusesTuplesOfARequestThatNobodyCouldWrite() {
        backend.model(AgentsModel.write());
        var beside = Backend.beside("tool:t via agent:a");
        assertThat(
                        backend.check(
                                backend.asking("agent:a can_use tool:t", "")
                                        .setContextualTuples(beside)))
                .isEqualTo(
                        "UNKNOWN Invalid tuple '%!s(<nil>)'. Reason: invalid tuple: Invalid tuple"
                                + " 'tool:t#via@agent:a'. Reason: type 'agent' is not an allowed"
                                + " type restriction for 'tool#via'");
        var batch = batch("", "agent:a can_use tool:t");
        batch.getChecksBuilder(0).setContextualTuples(beside);
        assertThat(answers(batch))
                .containsEntry(
                        "c-0",
                        "invalid_tuple invalid tuple: Invalid tuple 'tool:t#via@agent:a'. Reason:"
                                + " type 'agent' is not an allowed type restriction for"
                                + " 'tool#via'");
    }
}

package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.Backend.at;
import static dev.curfew.lab.policy.Backend.said;
import static dev.curfew.lab.policy.TypeWriter.butNot;
import static dev.curfew.lab.policy.TypeWriter.everyone;
import static dev.curfew.lab.policy.TypeWriter.one;
import static dev.curfew.lab.policy.TypeWriter.the;
import static dev.curfew.lab.policy.TypeWriter.those;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.ExpandRequest;
import dev.curfew.wire.openfga.ExpandRequestTupleKey;
import dev.curfew.wire.openfga.ListObjectsRequest;
import dev.curfew.wire.openfga.ListUsersRequest;
import dev.curfew.wire.openfga.Object;
import dev.curfew.wire.openfga.StreamedListObjectsRequest;
import dev.curfew.wire.openfga.User;
import dev.curfew.wire.openfga.UserTypeFilter;
import dev.curfew.wire.openfga.UsersetTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {
    private static String objects(Backend backend, String asked, String time) {
        var words = asked.split(" ");
        return said(() ->
                backend
                        .calls
                        .listObjects(
                                ListObjectsRequest.newBuilder()
                                        .setStoreId(backend.store)
                                        .setUser(words[0])
                                        .setRelation(words[1])
                                        .setType(words[2])
                                        .setContext(at(time))
                                        .build())
                        .getObjectsList()
                        .stream()
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static String users(Backend backend, String asked, String time) {
        var words = asked.split(" ");
        var filter = words[0].split("#");
        return said(() ->
                backend
                        .calls
                        .listUsers(
                                ListUsersRequest.newBuilder()
                                        .setStoreId(backend.store)
                                        .addUserFilters(
                                                UserTypeFilter.newBuilder()
                                                        .setType(filter[0])
                                                        .setRelation(
                                                                filter.length > 1 ? filter[1] : ""))
                                        .setRelation(words[1])
                                        .setObject(
                                                Object.newBuilder()
                                                        .setType(Names.type(words[2]))
                                                        .setId(Names.id(words[2])))
                                        .setContext(at(time))
                                        .build())
                        .getUsersList()
                        .stream()
                        .map(ListTest::spelt)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static String spelt(User user) {
        return switch (user.getUserCase()) {
            case OBJECT -> user.getObject().getType() + ":" + user.getObject().getId();
            case USERSET ->
                    user.getUserset().getType()
                            + ":"
                            + user.getUserset().getId()
                            + "#"
                            + user.getUserset().getRelation();
            case WILDCARD -> user.getWildcard().getType() + ":*";
            case USER_NOT_SET -> "nobody";
        };
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OfAgents {
        private Backend backend;

        @BeforeAll
        void start() throws Exception {
            backend = Backend.ofAgents();
            backend.write(
                    """
                    delegation:d1 delegator user:ana
                    delegation:d1 delegate agent:a
                    delegation:d1 root agent:*
                    delegation:d1 lease_a agent:* until 13:00
                    delegation:d2 parent delegation:d1
                    delegation:d2 delegate agent:b
                    delegation:d2 lease_a agent:* until 12:30
                    tool:t via delegation:d2
                    tool:t via delegation:d1
                    tool:u via delegation:d2
                    tool:t standing agent:s
                    tool:t standing agent:z until 12:30
                    dataset:x write_via delegation:d1
                    dataset:y read_via delegation:d1
                    """);
        }

        @AfterAll
        void stop() {
            backend.close();
        }

        @ParameterizedTest
        @CsvSource({
            "agent:b can_use tool, 12:15, tool:t tool:u",
            "agent:b can_use tool, 12:45, ''",
            "agent:a can_use tool, 12:45, tool:t",
            "agent:a can_read dataset, 12:45, dataset:x dataset:y",
            "agent:a can_write dataset, 12:45, dataset:x",
            "agent:s can_use tool, '', tool:t",
            "agent:nobody can_use tool, 12:15, ''",
            "delegation:d1 parent delegation, '', delegation:d2",
            "agent:* live delegation, 12:15, delegation:d1 delegation:d2",
            "user:ana delegator delegation, '', delegation:d1",
        })
        void tellsWhatSomeoneReaches(String asked, String time, String answer) {
            assertThat(objects(backend, asked, time)).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "agent can_use tool:t, 12:15, agent:a agent:b agent:s agent:z",
            "agent can_use tool:t, 12:45, agent:a agent:s",
            "agent can_use tool:u, 12:15, agent:b",
            "agent can_read dataset:x, 12:15, agent:a",
            "agent live delegation:d1, 12:15, agent:*",
            "agent holder delegation:d2, 12:15, agent:b",
            "user can_use tool:t, 12:15, ''",
            "user delegator delegation:d1, '', user:ana",
            "delegation via tool:t, '', delegation:d1 delegation:d2",
            "delegation#holder holder delegation:d1, 12:15, delegation:d1#holder",
            "agent can_use tool:none, 12:15, ''",
        })
        void tellsWhoReachesSomething(String asked, String time, String answer) {
            assertThat(users(backend, asked, time)).isEqualTo(answer);
        }

        @Test
        void cannotTellWithoutTheTime() {
            var why =
                    "UNKNOWN failed to evaluate relationship condition: 'live_until' - tuple"
                            + " 'delegation:d1#lease_a@agent:*' is missing context parameters"
                            + " '[current_time]'";
            assertThat(objects(backend, "agent:a can_read dataset", "")).isEqualTo(why);
            assertThat(users(backend, "agent can_read dataset:x", "")).isEqualTo(why);
        }

        @ParameterizedTest
        @CsvSource({
            "agent:a can_use robot, UNKNOWN type 'robot' not found",
            "agent:a can_eat tool, UNKNOWN relation 'tool#can_eat' not found",
            "robot:a can_use tool, UNKNOWN invalid 'user' value: type 'robot' not found",
            "anna can_use tool, UNKNOWN invalid 'user' value: the 'user' field must be an object"
                    + " (e.g. document:1) or an 'object#relation' or a typed wildcard (e.g. group:*)",
            "agent:a:b can_use tool, UNKNOWN invalid 'user' value: the 'user' field is malformed",
        })
        void refusesObjectsThatTheModelDoesNotKnow(String asked, String why) {
            assertThat(objects(backend, asked, "12:15")).isEqualTo(why);
        }

        @ParameterizedTest
        @CsvSource({
            "agent can_use robot:t, UNKNOWN type 'robot' not found",
            "agent can_eat tool:t, UNKNOWN relation 'tool#can_eat' not found",
            "robot can_use tool:t, UNKNOWN type 'robot' not found",
            "agent#x can_use tool:t, UNKNOWN relation 'agent#x' not found",
        })
        void refusesUsersThatTheModelDoesNotKnow(String asked, String why) {
            assertThat(users(backend, asked, "12:15")).isEqualTo(why);
        }

        @Test
        void streamsObjectsToo() {
            var streamed = new ArrayList<String>();
            backend.calls
                    .streamedListObjects(
                            StreamedListObjectsRequest.newBuilder()
                                    .setStoreId(backend.store)
                                    .setType("tool")
                                    .setRelation("can_use")
                                    .setUser("agent:b")
                                    .setContext(at("12:15"))
                                    .build())
                    .forEachRemaining(one -> streamed.add(one.getObject()));
            assertThat(streamed).containsExactlyInAnyOrder("tool:t", "tool:u");
        }

        private String expand(String object, String relation) {
            return said(() ->
                    text(
                            backend.calls
                                    .expand(
                                            ExpandRequest.newBuilder()
                                                    .setStoreId(backend.store)
                                                    .setTupleKey(
                                                            ExpandRequestTupleKey.newBuilder()
                                                                    .setObject(object)
                                                                    .setRelation(relation))
                                                    .build())
                                    .getTree()
                                    .getRoot()));
        }

        private static String text(UsersetTree.Node node) {
            return switch (node.getValueCase()) {
                case LEAF -> text(node.getLeaf());
                case UNION -> "(" + text(node.getUnion(), " or ") + ")";
                case INTERSECTION -> "(" + text(node.getIntersection(), " and ") + ")";
                case DIFFERENCE ->
                        text(node.getDifference().getBase())
                                + " but not "
                                + text(node.getDifference().getSubtract());
                case VALUE_NOT_SET -> "nothing";
            };
        }

        private static String text(UsersetTree.Nodes nodes, String word) {
            return nodes.getNodesList().stream()
                    .map(OfAgents::text)
                    .collect(Collectors.joining(word));
        }

        private static String text(UsersetTree.Leaf leaf) {
            return switch (leaf.getValueCase()) {
                case USERS -> leaf.getUsers().getUsersList().toString();
                case COMPUTED -> leaf.getComputed().getUserset();
                case TUPLE_TO_USERSET ->
                        leaf.getTupleToUserset().getTupleset()
                                + leaf.getTupleToUserset().getComputedList().stream()
                                        .map(UsersetTree.Computed::getUserset)
                                        .sorted()
                                        .toList();
                case VALUE_NOT_SET -> "nothing";
            };
        }

        @ParameterizedTest
        @CsvSource({
            "delegation:d1, lease_a, [agent:*]",
            "delegation:d1, live, (delegation:d1#lease_a or delegation:d1#lease_b)",
            "delegation:d2, chain_ok, (delegation:d2#live and (delegation:d2#root or"
                    + " delegation:d2#parent[delegation:d1#chain_ok]))",
            "tool:t, standing, '[agent:s, agent:z]'",
            "tool:t, can_use, '(tool:t#via[delegation:d1#holder, delegation:d2#holder] or"
                    + " tool:t#standing)'",
            "tool:none, via, []",
            "robot:t, via, UNKNOWN type 'robot' not found",
            "tool:t, eats, UNKNOWN relation 'tool#eats' not found",
            "'', '', UNKNOWN Invalid input. Make sure you provide an object and a relation",
        })
        void expandsOneLevel(String object, String relation, String answer) {
            assertThat(expand(object, relation)).isEqualTo(answer);
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OfGroups {
        private Backend backend;

        @BeforeAll
        void start() throws Exception {
            backend =
                    Backend.of(
                            AuthorizationModel.newBuilder()
                                    .setSchemaVersion("1.1")
                                    .addTypeDefinitions(new TypeWriter("user").done())
                                    .addTypeDefinitions(
                                            new TypeWriter("group")
                                                    .define(
                                                            "member",
                                                            one("user"),
                                                            everyone("user"),
                                                            those("group", "member"))
                                                    .define("banned", one("user"))
                                                    .define(
                                                            "active",
                                                            butNot(the("member"), the("banned")))
                                                    .done())
                                    .build());
            backend.write(
                    """
                    group:g member user:ann
                    group:g member group:h#member
                    group:h member user:ben
                    group:h member user:bad
                    group:g banned user:bad
                    group:all member user:*
                    group:all banned user:bad
                    group:i member group:j#member
                    group:j member group:i#member
                    """);
        }

        @AfterAll
        void stop() {
            backend.close();
        }

        @ParameterizedTest
        @CsvSource({
            "user member group:g, user:ann user:bad user:ben",
            "user active group:g, user:ann user:ben",
            "user active group:all, user:*",
            "group#member member group:g, group:g#member group:h#member",
            "user member group:i, ''",
        })
        void tellsWhoIsInThem(String asked, String answer) {
            assertThat(users(backend, asked, "")).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "user:ben member group, group:all group:g group:h",
            "user:bad active group, group:h",
            "user:new active group, group:all",
            "group:h#member member group, group:g group:h",
        })
        void tellsWhereOneIs(String asked, String answer) {
            assertThat(objects(backend, asked, "")).isEqualTo(answer);
        }
    }

    @Test
    void cutsAtAThousandWithoutAWord() throws Exception {
        try (var backend = Backend.ofAgents()) {
            for (var page = 0; page < 11; page++) {
                var from = page * 100;
                backend.write(
                        IntStream.range(from, from + 100)
                                .mapToObj(i ->
                                        List.of(
                                                "tool:t%d standing agent:a".formatted(i),
                                                "tool:t standing agent:a%d".formatted(i)))
                                .flatMap(List::stream)
                                .limit(100)
                                .collect(Collectors.joining("\n")));
            }
            assertThat(objects(backend, "agent:a can_use tool", "").split(" ")).hasSize(550);
            for (var page = 0; page < 11; page++) {
                var from = page * 50;
                backend.write(
                        IntStream.range(from, from + 50)
                                .mapToObj("tool:u%d standing agent:a"::formatted)
                                .collect(Collectors.joining("\n")));
                backend.write(
                        IntStream.range(from, from + 50)
                                .mapToObj("tool:t standing agent:b%d"::formatted)
                                .collect(Collectors.joining("\n")));
            }
            assertThat(objects(backend, "agent:a can_use tool", "").split(" ")).hasSize(1000);
            assertThat(users(backend, "agent can_use tool:t", "").split(" ")).hasSize(1000);
        }
    }
}

package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.BatchCheckRequest;
import dev.curfew.wire.openfga.BatchCheckResponse;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckResponse;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.CreateStoreResponse;
import dev.curfew.wire.openfga.DeleteStoreRequest;
import dev.curfew.wire.openfga.DeleteStoreResponse;
import dev.curfew.wire.openfga.ExpandRequest;
import dev.curfew.wire.openfga.ExpandResponse;
import dev.curfew.wire.openfga.GetStoreRequest;
import dev.curfew.wire.openfga.GetStoreResponse;
import dev.curfew.wire.openfga.ListObjectsRequest;
import dev.curfew.wire.openfga.ListObjectsResponse;
import dev.curfew.wire.openfga.ListStoresRequest;
import dev.curfew.wire.openfga.ListStoresResponse;
import dev.curfew.wire.openfga.ListUsersRequest;
import dev.curfew.wire.openfga.ListUsersResponse;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.ReadAuthorizationModelRequest;
import dev.curfew.wire.openfga.ReadAuthorizationModelResponse;
import dev.curfew.wire.openfga.ReadAuthorizationModelsRequest;
import dev.curfew.wire.openfga.ReadAuthorizationModelsResponse;
import dev.curfew.wire.openfga.ReadChangesRequest;
import dev.curfew.wire.openfga.ReadChangesResponse;
import dev.curfew.wire.openfga.ReadRequest;
import dev.curfew.wire.openfga.ReadResponse;
import dev.curfew.wire.openfga.StreamedListObjectsRequest;
import dev.curfew.wire.openfga.StreamedListObjectsResponse;
import dev.curfew.wire.openfga.WriteAuthorizationModelRequest;
import dev.curfew.wire.openfga.WriteAuthorizationModelResponse;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenFGA's API over the lab's stores. */
final class PolicyService extends OpenFGAServiceGrpc.OpenFGAServiceImplBase {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyService.class);

    private final Stores stores;
    private final InstantSource clock;

    PolicyService(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    private static <T> void answer(StreamObserver<T> caller, Supplier<T> work) {
        answerAll(caller, () -> List.of(work.get()));
    }

    private static <T> void answerAll(StreamObserver<T> caller, Supplier<List<T>> work) {
        List<T> replies;
        try {
            replies = work.get();
        } catch (PolicyRefusal refusal) {
            caller.onError(refusal.status().asRuntimeException());
            return;
        } catch (RuntimeException bug) {
            LOG.error("the lab's policy backend failed to answer", bug);
            caller.onError(
                    Status.INTERNAL.withDescription("the lab failed: " + bug).asRuntimeException());
            return;
        }
        replies.forEach(caller::onNext);
        caller.onCompleted();
    }

    @Override
    public void createStore(
            CreateStoreRequest request, StreamObserver<CreateStoreResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.matches("CreateStoreRequest.Name", request.getName(), Shape.STORE_NAME);
                    var store = stores.create(request.getName()).wire();
                    return CreateStoreResponse.newBuilder()
                            .setId(store.getId())
                            .setName(store.getName())
                            .setCreatedAt(store.getCreatedAt())
                            .setUpdatedAt(store.getUpdatedAt())
                            .build();
                });
    }

    @Override
    public void getStore(GetStoreRequest request, StreamObserver<GetStoreResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.store("GetStoreRequest", request.getStoreId());
                    if (!stores.has(request.getStoreId())) {
                        throw PolicyRefusal.noSuchStore();
                    }
                    var store = stores.at(request.getStoreId()).wire();
                    return GetStoreResponse.newBuilder()
                            .setId(store.getId())
                            .setName(store.getName())
                            .setCreatedAt(store.getCreatedAt())
                            .setUpdatedAt(store.getUpdatedAt())
                            .build();
                });
    }

    @Override
    public void deleteStore(
            DeleteStoreRequest request, StreamObserver<DeleteStoreResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.store("DeleteStoreRequest", request.getStoreId());
                    stores.delete(request.getStoreId());
                    return DeleteStoreResponse.getDefaultInstance();
                });
    }

    @Override
    public void listStores(ListStoresRequest request, StreamObserver<ListStoresResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.page(
                            "ListStoresRequest",
                            request.hasPageSize(),
                            request.getPageSize(),
                            request.getContinuationToken());
                    Shape.matchesIfSet(
                            "ListStoresRequest.Name", request.getName(), Shape.STORE_NAME);
                    var page =
                            Tokens.cut(
                                    stores.all().stream()
                                            .filter(store ->
                                                    request.getName().isEmpty()
                                                            || store.getName()
                                                                    .equals(request.getName()))
                                            .toList(),
                                    request.getContinuationToken(),
                                    Tokens.size(
                                            request.hasPageSize(),
                                            request.getPageSize().getValue()));
                    return ListStoresResponse.newBuilder()
                            .addAllStores(page.items())
                            .setContinuationToken(page.next().map(Tokens::write).orElse(""))
                            .build();
                });
    }

    @Override
    public void writeAuthorizationModel(
            WriteAuthorizationModelRequest request,
            StreamObserver<WriteAuthorizationModelResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.store("WriteAuthorizationModelRequest", request.getStoreId());
                    if (request.getTypeDefinitionsCount() == 0) {
                        throw Shape.wrong(
                                "WriteAuthorizationModelRequest.TypeDefinitions",
                                "value must contain at least 1 item(s)");
                    }
                    if (!Set.of("1.0", "1.1", "1.2").contains(request.getSchemaVersion())) {
                        throw Shape.wrong(
                                "WriteAuthorizationModelRequest.SchemaVersion",
                                "value must be in list [1.0 1.1 1.2]");
                    }
                    return WriteAuthorizationModelResponse.newBuilder()
                            .setAuthorizationModelId(stores.write(request))
                            .build();
                });
    }

    @Override
    public void readAuthorizationModel(
            ReadAuthorizationModelRequest request,
            StreamObserver<ReadAuthorizationModelResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.store("ReadAuthorizationModelRequest", request.getStoreId());
                    Shape.matches("ReadAuthorizationModelRequest.Id", request.getId(), Shape.ID);
                    return ReadAuthorizationModelResponse.newBuilder()
                            .setAuthorizationModel(
                                    stores.at(request.getStoreId()).meant(request.getId()).wire())
                            .build();
                });
    }

    @Override
    public void readAuthorizationModels(
            ReadAuthorizationModelsRequest request,
            StreamObserver<ReadAuthorizationModelsResponse> caller) {
        answer(
                caller,
                () -> {
                    Shape.store("ReadAuthorizationModelsRequest", request.getStoreId());
                    Shape.page(
                            "ReadAuthorizationModelsRequest",
                            request.hasPageSize(),
                            request.getPageSize(),
                            request.getContinuationToken());
                    var page =
                            Tokens.cut(
                                    stores.at(request.getStoreId()).models(),
                                    request.getContinuationToken(),
                                    Tokens.size(
                                            request.hasPageSize(),
                                            request.getPageSize().getValue()));
                    return ReadAuthorizationModelsResponse.newBuilder()
                            .addAllAuthorizationModels(page.items())
                            .setContinuationToken(page.next().map(Tokens::write).orElse(""))
                            .build();
                });
    }

    @Override
    public void write(WriteRequest request, StreamObserver<WriteResponse> caller) {
        answer(
                caller,
                () -> {
                    Writing.shape(request);
                    Writing.write(request, stores.kept(request.getStoreId()));
                    return WriteResponse.getDefaultInstance();
                });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> caller) {
        answer(
                caller,
                () -> {
                    Reading.shape(request);
                    return Reading.read(request, stores.at(request.getStoreId()));
                });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> caller) {
        answer(
                caller,
                () -> {
                    Asking.shape(request);
                    return Asking.answer(request, stores.at(request.getStoreId()));
                });
    }

    @Override
    public void batchCheck(BatchCheckRequest request, StreamObserver<BatchCheckResponse> caller) {
        answer(
                caller,
                () -> {
                    Asking.shape(request);
                    return Asking.answer(request, stores.at(request.getStoreId()));
                });
    }

    @Override
    public void readChanges(
            ReadChangesRequest request, StreamObserver<ReadChangesResponse> caller) {
        answer(
                caller,
                () -> {
                    Changes.shape(request, clock);
                    return Changes.read(request, stores.at(request.getStoreId()));
                });
    }

    @Override
    public void expand(ExpandRequest request, StreamObserver<ExpandResponse> caller) {
        answer(
                caller,
                () -> {
                    Expanding.shape(request);
                    return Expanding.answer(request, stores.at(request.getStoreId()));
                });
    }

    @Override
    public void listObjects(
            ListObjectsRequest request, StreamObserver<ListObjectsResponse> caller) {
        answer(
                caller,
                () -> {
                    ListingObjects.shape("ListObjectsRequest", request);
                    return ListObjectsResponse.newBuilder()
                            .addAllObjects(
                                    ListingObjects.list(
                                            request,
                                            stores.at(request.getStoreId()),
                                            ListingObjects.MOST))
                            .build();
                });
    }

    @Override
    public void streamedListObjects(
            StreamedListObjectsRequest request,
            StreamObserver<StreamedListObjectsResponse> caller) {
        answerAll(
                caller,
                () -> {
                    var same =
                            ListObjectsRequest.newBuilder()
                                    .setStoreId(request.getStoreId())
                                    .setAuthorizationModelId(request.getAuthorizationModelId())
                                    .setType(request.getType())
                                    .setRelation(request.getRelation())
                                    .setUser(request.getUser())
                                    .setContextualTuples(request.getContextualTuples())
                                    .setContext(request.getContext())
                                    .build();
                    ListingObjects.shape("StreamedListObjectsRequest", same);
                    var store = stores.at(request.getStoreId());
                    return ListingObjects.list(same, store, Integer.MAX_VALUE).stream()
                            .map(object ->
                                    StreamedListObjectsResponse.newBuilder()
                                            .setObject(object)
                                            .build())
                            .toList();
                });
    }

    @Override
    public void listUsers(ListUsersRequest request, StreamObserver<ListUsersResponse> caller) {
        answer(
                caller,
                () -> {
                    ListingUsers.shape(request);
                    return ListingUsers.answer(request, stores.at(request.getStoreId()));
                });
    }
}

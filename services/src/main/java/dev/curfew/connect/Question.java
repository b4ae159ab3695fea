package dev.curfew.connect;

import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesRequest;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.localauthority.GetJWTAuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.GetWITAuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.logger.GetLoggerRequest;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsRequest;
import dev.curfew.wire.spire.trustdomain.TrustDomainGrpc;
import dev.curfew.wire.spire.types.AgentMask;
import dev.curfew.wire.spire.types.BundleMask;
import dev.curfew.wire.spire.types.EntryMask;
import dev.curfew.wire.spire.types.FederationRelationshipMask;
import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.util.List;

/** A harmless call that shows whether a feature is there: reads one row, and of it no fields. */
record Question<Q, A>(Feature feature, MethodDescriptor<Q, A> method, Q request) {

    static final List<Question<?, ?>> ALL =
            List.of(
                    new Question<>(
                            Feature.ENTRIES,
                            EntryGrpc.getListEntriesMethod(),
                            ListEntriesRequest.newBuilder()
                                    .setPageSize(1)
                                    .setOutputMask(EntryMask.getDefaultInstance())
                                    .build()),
                    new Question<>(
                            Feature.NODES,
                            AgentGrpc.getListAgentsMethod(),
                            ListAgentsRequest.newBuilder()
                                    .setPageSize(1)
                                    .setOutputMask(AgentMask.getDefaultInstance())
                                    .build()),
                    new Question<>(
                            Feature.BUNDLE,
                            BundleGrpc.getGetBundleMethod(),
                            GetBundleRequest.newBuilder()
                                    .setOutputMask(BundleMask.getDefaultInstance())
                                    .build()),
                    new Question<>(
                            Feature.FEDERATED_BUNDLES,
                            BundleGrpc.getListFederatedBundlesMethod(),
                            ListFederatedBundlesRequest.newBuilder()
                                    .setPageSize(1)
                                    .setOutputMask(BundleMask.getDefaultInstance())
                                    .build()),
                    new Question<>(
                            Feature.FEDERATION,
                            TrustDomainGrpc.getListFederationRelationshipsMethod(),
                            ListFederationRelationshipsRequest.newBuilder()
                                    .setPageSize(1)
                                    .setOutputMask(FederationRelationshipMask.getDefaultInstance())
                                    .build()),
                    new Question<>(
                            Feature.X509_AUTHORITIES,
                            LocalAuthorityGrpc.getGetX509AuthorityStateMethod(),
                            GetX509AuthorityStateRequest.getDefaultInstance()),
                    new Question<>(
                            Feature.JWT_AUTHORITIES,
                            LocalAuthorityGrpc.getGetJWTAuthorityStateMethod(),
                            GetJWTAuthorityStateRequest.getDefaultInstance()),
                    new Question<>(
                            Feature.WIT_AUTHORITIES,
                            LocalAuthorityGrpc.getGetWITAuthorityStateMethod(),
                            GetWITAuthorityStateRequest.getDefaultInstance()),
                    new Question<>(
                            Feature.DEBUG,
                            DebugGrpc.getGetInfoMethod(),
                            GetInfoRequest.getDefaultInstance()),
                    new Question<>(
                            Feature.LOGGER,
                            LoggerGrpc.getGetLoggerMethod(),
                            GetLoggerRequest.getDefaultInstance()),
                    new Question<>(
                            Feature.HEALTH,
                            HealthGrpc.getCheckMethod(),
                            HealthCheckRequest.getDefaultInstance()));
}

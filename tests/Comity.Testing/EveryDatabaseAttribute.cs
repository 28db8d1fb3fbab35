using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Comity.Testing;

/// <summary>
/// Runs a theory that takes a <see cref="DatabaseKind"/> on each kind of database. An attribute of our own, because xunit's analyzer for
/// MemberData (3.2.2) fails on a member of another assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Databases.All]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

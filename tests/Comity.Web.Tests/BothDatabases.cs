using Comity.Testing;

namespace Comity.Web.Tests;

/// <summary>For [MemberData]: the analyzer of xunit reads the member's source, so it stands in this project.</summary>
public static class BothDatabases
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> All => Databases.All;
}

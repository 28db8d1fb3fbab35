using Xunit;

namespace Comity.Testing;

/// <summary>For `[MemberData]`: a test that takes one runs on SQLite and on PostgreSQL. Where no PostgreSQL is set up, it is skipped by name.</summary>
public static class Databases
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> All
    {
        get
        {
            yield return new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite);
            yield return new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres)
            {
                Skip = TestDatabase.PostgresServer is null ? "COMITY_TEST_POSTGRES names no PostgreSQL server" : null,
            };
        }
    }
}

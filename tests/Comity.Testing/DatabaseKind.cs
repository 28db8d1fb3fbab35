namespace Comity.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

namespace Comity.Service.Storage;

/// <summary>
/// Queries that are compiled once. A compiled query belongs to the model that it was compiled for, and SQLite and PostgreSQL have one each;
/// so they are kept with the model and live as long as it does.
/// </summary>
public static class Compiled
{
    /// <summary>The queries of a class, for this database.</summary>
    public static TQueries Of<TQueries>(ComityDb db)
        where TQueries : class, new() => Of(db, static _ => new TQueries());

    /// <summary>The same for queries whose text is taken from the database's context.</summary>
    public static TQueries Of<TQueries>(ComityDb db, Func<ComityDb, TQueries> make)
        where TQueries : class
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Model.GetOrAddRuntimeAnnotationValue(
            "Comity:" + typeof(TQueries).FullName,
            static given => given.Make(given.Db),
            (Db: db, Make: make)
        );
    }
}

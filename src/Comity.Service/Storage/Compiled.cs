namespace Comity.Service.Storage;

/// <summary>
/// Queries that are compiled once. A compiled query belongs to the model that it was compiled for, and SQLite and PostgreSQL have one each;
/// so they are kept with the model and live as long as it does.
/// </summary>
public static class Compiled
{
    /// <summary>The queries of a class, for this database.</summary>
    public static TQueries Of<TQueries>(ComityDb db)
        where TQueries : class, new()
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Model.GetOrAddRuntimeAnnotationValue("Comity:" + typeof(TQueries).FullName, static _ => new TQueries(), (object?)null);
    }
}

using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Comity.Storage.Postgres;

/// <summary>A council's database on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ComityDb(options)
{
    // More than the pages and jobs ask between them.
    private const int PreparedStatements = 200;

    // A term is letters, digits and blanks: nothing in it is an operator of to_tsquery but those written here.
    public override IQueryable<long> TextsWith(SearchTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Database.SqlQuery<long>(
            $"""SELECT id AS "Value" FROM search_texts WHERE lexemes @@ to_tsquery('comity_words', {InARow(term)})"""
        );
    }

    public override IQueryable<Excerpt> Around(IReadOnlyList<SearchTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var any = string.Join(" | ", terms.Select(InARow));
        var marks = $"StartSel={Excerpt.From}, StopSel={Excerpt.To}, MaxWords=24, MinWords=12, MaxFragments=1";
        return Database.SqlQuery<Excerpt>(
            $"""
            SELECT id AS "TextId", ts_headline('comity_words', words, to_tsquery('comity_words', {any}), {marks}) AS "Words"
            FROM search_texts WHERE lexemes @@ to_tsquery('comity_words', {any})
            """
        );
    }

    private static string InARow(SearchTerm term) => $"({term.Words.Replace(" ", " <-> ", StringComparison.Ordinal)})";

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(
            Prepared(connectionString),
            postgres =>
                postgres
                    .MigrationsAssembly(typeof(PostgresDb).Assembly.FullName)
                    // A list as one parameter: the statement is then the same for every length of it, and is worked out once.
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
        );

    /// <summary>A statement that is asked again is prepared on the server, unless the council's own connection string says otherwise (some poolers cannot).</summary>
    private static string Prepared(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        if (!text.ShouldSerialize("Max Auto Prepare"))
        {
            text.MaxAutoPrepare = PreparedStatements;
        }

        return text.ConnectionString;
    }
}

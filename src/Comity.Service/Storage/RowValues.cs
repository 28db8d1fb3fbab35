using System.Data.Common;

namespace Comity.Service.Storage;

/// <summary>Values of a row as the model has them: instants are UTC, words of a closed list stand as their names.</summary>
internal static class RowValues
{
    public static DateTime GetInstant(this DbDataReader row, int at) => DateTime.SpecifyKind(row.GetDateTime(at), DateTimeKind.Utc);

    public static DateTime? GetInstantOrNone(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInstant(at);

    public static DateOnly GetDate(this DbDataReader row, int at) => row.GetFieldValue<DateOnly>(at);

    public static DateOnly? GetDateOrNone(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDate(at);

    public static Guid? GetGuidOrNone(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetGuid(at);

    public static int? GetNumberOrNone(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    public static string? GetTextOrNone(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static TEnum GetWord<TEnum>(this DbDataReader row, int at)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(row.GetString(at));

    /// <summary>The rows of the answer that is being read.</summary>
    public static async Task<List<TRow>> RowsAsync<TRow>(
        this DbDataReader answers,
        Func<DbDataReader, TRow> read,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<TRow>();
        while (await answers.ReadAsync(cancellationToken))
        {
            rows.Add(read(answers));
        }

        return rows;
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Comity.Service.Storage;

/// <summary>
/// Several questions that the database answers in one trip. Their text is what Entity Framework makes of them, taken once; their rows are read as they
/// come. What that saves is Entity Framework's work for each statement and row, several times the database's own (docs/performance.md): it is for the few
/// pages that are asked most.
/// </summary>
internal sealed class AskedTogether
{
    private readonly IRelationalCommand _template;

    /// <param name="given">Name and type of each value that is given with every asking. A question uses it as a local variable of that name.</param>
    /// <exception cref="InvalidOperationException">A question uses something else, which would stay what it was this first time.</exception>
    public AskedTogether(ComityDb db, IReadOnlyDictionary<string, Type> given, params IReadOnlyList<IQueryable> questions)
    {
        var mappings = db.GetService<IRelationalTypeMappingSource>();
        var builder = db.GetService<IRelationalCommandBuilderFactory>().Create();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            using var command = question.CreateDbCommand();
            builder.AppendLine(command.CommandText + ";");
            used.UnionWith(command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName.TrimStart('@')));
        }

        foreach (var name in used)
        {
            // Where it needs one value in two ways, Entity Framework puts a number behind the second name.
            var value = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var type =
                given.GetValueOrDefault(value) ?? throw new InvalidOperationException($"A question uses “{name}”, which is not given.");
            builder.AddParameter(value, "@" + name, mappings.FindMapping(type, db.Model)!, nullable: false);
        }

        _template = builder.Build();
    }

    /// <summary>Asks, and reads the answers, which come one after the other in the order of the questions.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(
        ComityDb db,
        IReadOnlyDictionary<string, object?> values,
        Func<DbDataReader, CancellationToken, Task<TAnswer>> read,
        CancellationToken cancellationToken
    )
    {
        var connection = db.GetService<IRelationalConnection>();
        var command = connection.RentCommand();
        command.PopulateFrom(_template);
        try
        {
            var asking = new RelationalCommandParameterObject(
                connection,
                values,
                readerColumns: null,
                db,
                db.GetService<IRelationalCommandDiagnosticsLogger>(),
                CommandSource.FromSqlQuery
            );
            await using var answers = await command.ExecuteReaderAsync(asking, cancellationToken);
            return await read(answers.DbDataReader, cancellationToken);
        }
        finally
        {
            connection.ReturnCommand(command);
        }
    }
}

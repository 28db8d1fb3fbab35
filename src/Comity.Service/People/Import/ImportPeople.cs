using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.People.Import;

/// <param name="File">The same file as in the dry run.</param>
/// <param name="Encoding">How its bytes say letters.</param>
/// <param name="Roles">The roles of the vocabulary.</param>
/// <param name="AgreedTo">The fingerprint of the plan that was shown.</param>
/// <param name="MakeNew">Whether wards, groups, committees and services that the register does not know are made.</param>
public sealed record ImportPeopleRequest(
    Stream File,
    PeopleFileEncoding Encoding,
    IReadOnlySet<string> Roles,
    string AgreedTo,
    bool MakeNew
);

/// <summary>How an import ends.</summary>
public abstract record ImportPeopleResult(PeopleImportPlan Plan)
{
    public sealed record Imported(PeopleImportPlan Plan) : ImportPeopleResult(Plan);

    /// <summary>The file has problems, or new names that were not agreed to.</summary>
    public sealed record Refused(PeopleImportPlan Plan) : ImportPeopleResult(Plan);

    /// <summary>The register has changed since the plan was shown: it would now do something else.</summary>
    public sealed record Changed(PeopleImportPlan Plan) : ImportPeopleResult(Plan);
}

/// <summary>Imports a file whole or not at all, in one transaction, each person with an entry in the record. The same file again changes nothing.</summary>
public sealed class ImportPeople(ComityDb db, CouncilWrites writes)
{
    public async Task<ImportPeopleResult> ExecuteAsync(
        Viewer acting,
        ImportPeopleRequest request,
        IProgress<int>? progress = null,
        CancellationToken ct = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            throw new InvalidOperationException("Only whoever keeps the register imports into it; the page asks before.");
        }

        var file = await PeopleFileReader.ReadAsync(request.File, request.Encoding, ct);
        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var now = await RegisterNow.ReadAsync(db, write.Today, ct);
        var plan = new PeopleImportPlanner(now, file, request.Roles, write.NewId).Plan();
        if (!plan.CanImport || (plan.HasNewNames && !request.MakeNew))
        {
            return new ImportPeopleResult.Refused(plan);
        }

        if (plan.Fingerprint != request.AgreedTo)
        {
            return new ImportPeopleResult.Changed(plan);
        }

        if (plan.Added + plan.Changed == 0 && !plan.HasNewNames)
        {
            return new ImportPeopleResult.Imported(plan);
        }

        await new PeopleImportWriter(db, now, plan, write).WriteAsync(progress, ct);
        foreach (var change in plan.Changes.Where(change => !change.IsSame))
        {
            write.Record(
                "person-imported",
                new JsonObject
                {
                    ["person"] = $"{change.PersonId:N}",
                    ["name"] = change.Row.Name,
                    ["new"] = change.IsNew,
                    ["changes"] = new JsonArray([
                        .. change.Steps.Select(step => new JsonObject
                        {
                            ["what"] = step.What,
                            ["before"] = step.Before,
                            ["after"] = step.After,
                        }),
                    ]),
                }
            );
        }

        write.Record(
            "people-imported",
            new JsonObject
            {
                ["added"] = plan.Added,
                ["changed"] = plan.Changed,
                ["unchanged"] = plan.Unchanged,
                ["plan"] = plan.Fingerprint,
            }
        );
        await write.CommitAsync(ct);
        return new ImportPeopleResult.Imported(plan);
    }
}

using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>The last day of a stated substitute. After it the step is a gap again.</summary>
public sealed record EndSubstituteRequest(Guid Id, DateOnly? LastDay, string? Minute);

public sealed class EndSubstitute(ComityDb db, CouncilWrites writes, StateSubstitute state)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, EndSubstituteRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var fact = await db.StatedSubstitutes.IgnoreQueryFilters().FirstOrDefaultAsync(one => one.Id == request.Id, ct);
        if (fact is null)
        {
            return new RegisterChange.Missing();
        }

        if (fact.SupersededAt is not null)
        {
            throw new ChangedSinceOpenedException("It has been ended by now.");
        }

        var errors = new FieldErrors();
        errors.When(request.LastDay is null, nameof(request.LastDay), "Enter the last day on which it holds");
        errors.When(
            request.LastDay < write.Today.AddDays(-1) || request.LastDay < fact.From.AddDays(-1),
            nameof(request.LastDay),
            "The last day must be yesterday or later, and not before it began: what a substitute has dealt with stands"
        );
        errors.Text(request.Minute, nameof(request.Minute), "Enter the minute of the decision, as the council refers to it", 200);
        if (!errors.Any)
        {
            errors.When(
                await state.ConcernsAsync(acting, fact.Role, fact.OfficeId, write.Today, ct),
                nameof(request.LastDay),
                StateSubstitute.OwnOffice
            );
            errors.When(!errors.Any && await db.ConcernsAsync(acting, ct), nameof(request.LastDay), OwnMatter.Refusal);
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var replacement = db.Redate(fact, fact.From, request.LastDay, write);
        write.Record(
            "substitute-ended",
            new JsonObject
            {
                ["substitute"] = $"{fact.Id:N}",
                ["replacedBy"] = replacement is null ? null : $"{replacement.Id:N}",
                ["before"] = fact.Until?.Iso(),
                ["lastDay"] = request.LastDay!.Value.Iso(),
                ["minute"] = request.Minute!.Trim(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(replacement?.Id ?? fact.Id);
    }
}

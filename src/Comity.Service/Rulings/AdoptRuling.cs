using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Rulings;

/// <summary>The council adopts the Monitoring Officer's advice by a minute: from its day on it is an arrangement of the council's own, and fills a gap.</summary>
public sealed record AdoptRulingRequest(int Number, string? Minute, DateOnly? From, string? Opened = null);

public sealed class AdoptRuling(ComityDb db, Library library, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, AdoptRulingRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        if (await db.Rulings.SingleOrDefaultAsync(one => one.Number == request.Number, ct) is not { } ruling)
        {
            return new RegisterChange.Missing();
        }

        AsOpened.StillFits(request.Opened, AsOpened.Of([ruling]));
        if (ruling is not { Binding: false, AdoptedFrom: null, Until: null })
        {
            return new RegisterChange.Missing();
        }

        var read = await library.OnAsync(write.Today, ct);
        var errors = new FieldErrors();
        errors.Text(request.Minute, nameof(request.Minute), "Enter the minute of the decision, as the council refers to it", 200);
        errors.When(request.From is null, nameof(request.From), "Enter the first day on which it holds");
        errors.When(
            request.From < write.Today,
            nameof(request.From),
            "The first day must be today or later: what was done before is judged without it"
        );
        errors.When(request.From < ruling.From, nameof(request.From), "The first day must not be before the day of the advice");
        if (!errors.Any)
        {
            var places = new[] { ruling.ByRole, ruling.ToRole, ruling.AboutRole };
            if (await db.RefusalAsync(acting, read.Protocol, ruling.Act, places, ct) is { } refusal)
            {
                errors.Add(nameof(request.Minute), refusal);
            }
            else if (SpokenBefore.Find(read.Protocol, ruling) is { } rule)
            {
                errors.Add(
                    nameof(request.Minute),
                    $"An arrangement fills a gap, and there is none: {rule.Clause.Number} {rule.Clause.Heading} speaks of this ({rule.Norm}). It stays advice"
                );
            }
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        (ruling.AdoptedMinute, ruling.AdoptedFrom, ruling.AdoptedByPersonId) = (request.Minute!.Trim(), request.From, acting.PersonId);
        await db.SaveChangesAsync(ct);
        await db.BeginEditionAsync(write, read, ct);
        write.Record(
            "ruling-adopted",
            new JsonObject
            {
                ["ruling"] = $"{ruling.Id:N}",
                ["number"] = ruling.Number,
                ["minute"] = ruling.AdoptedMinute,
                ["from"] = ruling.AdoptedFrom!.Value.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(ruling.Id);
    }
}

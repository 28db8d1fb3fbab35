using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;

namespace Comity.Service.Concerns.Hearing;

/// <summary>
/// Shows the Monitoring Officer that somebody went on where the protocol says "should not", with the reason given and the clause. They learn that, and not what was
/// said in the concern.
/// </summary>
public sealed class ConcernOversight(ConcernRules rules, MatterParties parties, Audience audience, Messages messages, Notices notices)
{
    public const string Message = "went-on";

    public async Task ShowAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        string words,
        string source,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(course);
        await messages.PostAsync(write, matter, Message, Parts.Oversight, words, [], cancellationToken);
        var concern = course.CaseOn(write.Today);
        var shut = concern with { Shut = [.. concern.Shut, .. course.Step.Hearers.Select(hearer => hearer.PersonId)] };
        if (await rules.OverseerAsync(shut, cancellationToken) is not { } overseer)
        {
            return;
        }

        var party = await parties.PlaceAsync(
            write,
            matter,
            MatterParties.Overseeing,
            overseer.PersonId,
            overseer.OfficeId,
            cancellationToken,
            inPerson: true
        );
        audience.Give(
            write,
            matter,
            party.Token,
            [Parts.Matter, Parts.Oversight],
            "Is shown that somebody went on where the protocol says should not.",
            source
        );
        await notices.TellAsync(
            write,
            overseer.PersonId,
            matter,
            "Somebody went on where the protocol says should not.",
            cancellationToken
        );
    }
}

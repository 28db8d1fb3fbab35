using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="About">One of <see cref="RaiseDoubt.Kinds"/>.</param>
/// <param name="Words">What is in doubt.</param>
public sealed record RaiseDoubtRequest(MatterAt At, int Item, string About, string Words);

/// <summary>
/// Somebody is not sure whether an item may be seen or let out, and it goes to whom the protocol says; where the protocol is silent, to whom its file asks then. Until
/// there is an answer nothing is decided.
/// </summary>
public sealed class RaiseDoubt(
    Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    ItemQuestions questions,
    Decisions decisions,
    EnquiryNotices notices
)
{
    public const string WhetherToRelease = "officer-unsure";
    public const string WhetherTheActApplies = "foi-uncertain";
    public const string Difficulty = "access-uncertain";

    /// <summary>What is confidential or exempt, which may be for one officer alone to keep back.</summary>
    public const string ProperOfficer = "proper-officer";

    public static readonly IReadOnlyList<string> Kinds = [WhetherToRelease, WhetherTheActApplies, Difficulty, ProperOfficer];

    public Task<ActResult> ExecuteAsync(RaiseDoubtRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner || standing.IsAsker,
            opened => RaiseAsync(request, opened, viewer, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> RaiseAsync(
        RaiseDoubtRequest request,
        OpenedEnquiry opened,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var (matter, write) = (opened.Matter, opened.Write);
        if (await items.FindAsync(matter, request.Item, cancellationToken) is not { } read)
        {
            return new("There is no such item.", Audience.SafeguardSource);
        }

        if (read.Item.Outcome != ItemOutcome.Open)
        {
            return new("It has been decided. The member can ask for it to be looked at again.", Audience.SafeguardSource);
        }

        var isProper = request.About == ProperOfficer;
        if (read.Doubts.Any(doubt => isProper ? doubt.Row.Kind == ItemQuestionKind.ProperOfficer : doubt.Row.Fact == request.About))
        {
            return new("Somebody has been asked that already.", Audience.SafeguardSource);
        }

        // The member's difficulty is a matter of access, whatever lies behind it; whether to let it out is the officer's doubt.
        var fact = opened.Standing.IsAsker ? Difficulty : request.About;
        var (texts, decision) = await rules.DoubtAsync(read, viewer, isProper ? Difficulty : fact, null, write.Today, cancellationToken);
        decision = isProper ? await rules.WithholdingAsync(read, viewer, write.Today, cancellationToken) : decision;
        if (isProper && decision.Route.Count == 0)
        {
            return new(
                "The protocol leaves this to whoever has the request: it names no other officer who alone may keep it back.",
                decision.DecidedBy.Select(citation => citation.Norm).FirstOrDefault() ?? Audience.SafeguardSource
            );
        }

        if (
            await questions.FindAsync(matter, viewer.PersonId, decision, texts, write.Today, cancellationToken)
            is not { Office: { } office } found
        )
        {
            return new($"{KeptOut.NobodyThere} Tell the Monitoring Officer.", Audience.SafeguardSource);
        }

        await decisions.KeepAsync(write, matter, decision.ToKeep(texts), cancellationToken);
        await questions.PutAsync(
            write,
            matter,
            read.Item,
            isProper ? ItemQuestionKind.ProperOfficer : ItemQuestionKind.Doubt,
            office,
            request.Words,
            found.Source ?? Audience.SafeguardSource,
            cancellationToken,
            isProper ? null : fact,
            decision.Route.Select(step => step.Stage).FirstOrDefault()
        );
        await notices.TellMemberAsync(
            write,
            matter,
            "Somebody has been asked whether it may be let out. Nothing is decided until they have answered.",
            cancellationToken
        );
        return null;
    }
}

using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.WardInformation;

/// <summary>What the protocol says of telling members something unasked, and of inviting them to it.</summary>
public sealed record NewsAnswer(ReadTogether Read, IReadOnlyList<Decision> Answers)
{
    /// <summary>The clauses that speak to it; nothing where the protocol is silent.</summary>
    public IReadOnlyList<ProtocolSays> Says { get; } = [.. Answers.Select(answer => ProtocolSays.Of(answer))];

    public IReadOnlyList<DecisionToKeep> ToKeep { get; } = [.. Answers.Select(answer => answer.ToKeep(Read))];

    /// <summary>Whether the protocol itself wants every member told.</summary>
    public bool IsForAllMembers => Published("member") is not null;

    /// <summary>Advised against: it may go on with a reason, which is kept.</summary>
    public bool NeedsReason => Answers.Any(answer => answer.Outcome == Outcome.ShouldNot);

    /// <summary>The answer that lets nobody go on; null where none does.</summary>
    public Decision? Barring =>
        Answers.FirstOrDefault(answer => answer.Outcome is Outcome.Forbidden or Outcome.CannotTell or Outcome.NeedsFacts);

    /// <summary>The norm that wants it sent to holders of a role, or to whom it concerns; Comity's own safeguard where no norm does.</summary>
    public string SourceFor(string role) => (Published(role) ?? PublishedToRecipient)?.Citations[0].Norm ?? Audience.SafeguardSource;

    private Publication? PublishedToRecipient => All.FirstOrDefault(sent => sent.Who.Terms.Any(term => term.Party == Party.Recipient));

    private IEnumerable<Publication> All => Answers.SelectMany(answer => answer.Publications);

    private Publication? Published(string role) =>
        All.FirstOrDefault(sent => sent.Who.Terms.Any(term => term.Party is null && term.Role?.Text == role));
}

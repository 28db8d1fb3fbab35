using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.WardInformation;

/// <summary>Where news for members meets the rules: whether it may be told, and to whom the protocol in force wants it told.</summary>
public sealed class NewsRules(Library library, CouncilOnDate council)
{
    private const string Inform = "inform-member";
    private const string Invite = "invite-member";
    private const string Member = "member";

    public async Task<NewsAnswer> AskAsync(NewsKind kind, bool hasPortfolio, bool invites, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var read = await library.OnAsync(on, cancellationToken);
        var informing = kind
            .Facts.Aggregate(Of(Inform), (so, fact) => so.With(fact.Key, fact.Value))
            .With("affects-portfolio", hasPortfolio);
        List<Decision> answers = [read.Protocol.Decide(informing.Build())];
        if (invites)
        {
            answers.Add(read.Protocol.Decide(Of(Invite).With("council-event", true).With("in-ward", true).Build()));
        }

        return new NewsAnswer(read, answers);

        SituationBuilder Of(string act) => Situation.In(read.Vocabulary).Act(act).By("officer").To(Member).On(on);
    }

    /// <summary>
    /// The members who are told, each with what that rests on: those of the wards, all of them, whoever has the portfolio. Where the protocol names
    /// nobody they are the officer's own choice.
    /// </summary>
    public async Task<IReadOnlyList<NewsRecipient>> RecipientsAsync(
        News news,
        IReadOnlyCollection<Guid> wards,
        NewsAnswer answer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(answer);
        var register = await council.RegisterAsync(on, cancellationToken);
        var found = new List<NewsRecipient>();
        foreach (var held in wards.SelectMany(ward => register.WardMembers(ward, on)).Where(IsMember))
        {
            found.Add(new(held, "It is about a ward that they represent.", answer.SourceFor("ward-members")));
        }

        if (news.PortfolioOfficeId is { } portfolio)
        {
            found.AddRange(
                register
                    .ActingIn([portfolio], on)
                    .Select(held => new NewsRecipient(held, "It touches their portfolio.", answer.SourceFor("cabinet-member")))
            );
        }

        if (news.ForAllMembers || answer.IsForAllMembers)
        {
            found.AddRange(
                register
                    .AllHeld(on)
                    .Where(held => !held.AsDeputy && IsMember(held))
                    .Select(held => new NewsRecipient(held, "It is for every member.", answer.SourceFor(Member)))
            );
        }

        return [.. found.DistinctBy(one => one.Office.PersonId).OrderBy(one => one.Office.PersonName, StringComparer.Ordinal)];

        bool IsMember(HeldOffice held) =>
            answer.Read.Vocabulary.Roles.ContainsKey(held.Role) && answer.Read.Vocabulary.RoleIs(held.Role, Member);
    }

    /// <summary>Whoever serves the council today and is no member of it.</summary>
    public static bool MayTell(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.OfficeIds.Count > 0 && !viewer.Holds(Member);
    }
}

using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Advising;

/// <summary>Where advice meets the rules: the acts of giving it, of wanting it changed, of weighing it and of not sharing it.</summary>
public sealed class AdviceRules(Library library)
{
    public const string CouncilBusiness = "council-business";

    private const string GiveAdvice = "give-advice";
    private const string ReleaseFacts = "release-information";
    private const string Member = "member";
    private const string Officer = "officer";

    /// <param name="subject">One of the vocabulary's answers on what support is about.</param>
    /// <param name="isOwn">Whether view and recommendation are the author's own.</param>
    public async Task<AdviceAnswer> GivingAsync(
        string subject,
        bool isOwn,
        bool reportsViews,
        DateOnly on,
        CancellationToken cancellationToken
    ) =>
        await AskAsync(
            GiveAdvice,
            [Officer],
            Member,
            on,
            so =>
                so.With("support-subject", subject)
                    .With("view-is-own", isOwn)
                    .With("recommendation-is-own", isOwn)
                    .With("includes-member-views", reportsViews),
            cancellationToken
        );

    /// <summary>Wanting advice changed, by somebody with these roles.</summary>
    public async Task<AdviceAnswer> ChangingAsync(
        IReadOnlyList<string> roles,
        PressedBy way,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(way);
        return await AskAsync(
            "change-advice",
            roles,
            Officer,
            on,
            so => so.With("pressure-applied", way.Pressed).With("instruction-given", way.Ordered).With("threatens-officer", way.Threatened),
            cancellationToken
        );
    }

    /// <param name="venue">One of the vocabulary's answers on where it is said.</param>
    public Task<AdviceAnswer> DisagreeingAsync(
        IReadOnlyList<string> roles,
        string venue,
        DateOnly on,
        CancellationToken cancellationToken
    ) => AskAsync("disagree-with-advice", roles, Officer, on, so => so.With("advice-given", true).With("venue", venue), cancellationToken);

    public Task<AdviceAnswer> WeighingAsync(IReadOnlyList<string> roles, DateOnly on, CancellationToken cancellationToken) =>
        AskAsync("consider-advice", roles, Officer, on, so => so.With("advice-given", true), cancellationToken);

    /// <summary>Giving every member the facts behind advice, without the advice.</summary>
    public Task<AdviceAnswer> ReleasingFactsAsync(DateOnly on, CancellationToken cancellationToken) =>
        AskAsync(ReleaseFacts, [Officer], Member, on, so => so.With("item", "advice-facts"), cancellationToken);

    private async Task<AdviceAnswer> AskAsync(
        string act,
        IReadOnlyList<string> roles,
        string to,
        DateOnly on,
        Func<SituationBuilder, SituationBuilder> with,
        CancellationToken cancellationToken
    )
    {
        var read = await library.OnAsync(on, cancellationToken);
        var so = Situation.In(read.Vocabulary).Act(act).To(to).On(on);
        var known = roles
            .Where(role => read.Vocabulary.Roles.ContainsKey(role))
            .Where(role => act is GiveAdvice or ReleaseFacts || read.Vocabulary.RoleIs(role, Member))
            .DefaultIfEmpty(Member);
        so = known.Aggregate(so, (builder, role) => builder.By(role));
        return new AdviceAnswer(read, read.Protocol.Decide(with(so).Build()));
    }

    /// <summary>Whoever serves the council today and is no member of it.</summary>
    public static bool MayAdvise(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.OfficeIds.Count > 0 && !viewer.Holds(Member);
    }
}

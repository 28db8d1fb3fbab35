using System.Globalization;
using System.Text;
using Comity.Protocols;
using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Rulings;
using Microsoft.AspNetCore.Mvc;
using Parties = Comity.Protocols.Routes.Parties;

namespace Comity.Web.Pages.MayI;

/// <summary>The answer to what was said, with what gives it. Only beginning something with it stores anything.</summary>
public sealed class AnswerModel(
    Library library,
    CouncilRoutes routes,
    ThisCouncil ours,
    Drafts drafts,
    EnquiryRules rules,
    ComityDb db,
    CurrentViewer current
) : InterviewPageModel(library, ours, current)
{
    // As long as a subject may be.
    private const int MostOfASubject = 120;

    public Decision Decision => ((SettledStep)Step).Decision;

    /// <summary>What the Monitoring Officer has advised on it; it decides nothing.</summary>
    public IReadOnlyList<RulingAsRead> Advice { get; private set; } = [];

    /// <summary>For the Monitoring Officer: to say what the protocol means here, with what was said. Null for everybody else.</summary>
    public string? RulePath => Viewer.Holds("monitoring-officer") ? Said.RulingPath() : null;

    /// <summary>Where the viewer’s question about this would go, and by when an answer would be owed; null for whoever may not ask one.</summary>
    public EnquiryAnswer? Further { get; private set; }

    /// <summary>The office to which it goes, as the protocols call it.</summary>
    public string FurtherTo =>
        Further?.Owner is { } owner && Vocabulary.Roles.TryGetValue(owner.Role, out var role) ? role.Label : Further?.Owner?.Title ?? "";

    /// <summary>
    /// Who each step of the route leads to in this council today, in the order of the steps; null for a step that turns on somebody who is not
    /// named here.
    /// </summary>
    public IReadOnlyList<CouncilStep?> Here { get; private set; } = [];

    /// <summary>What can be begun at once with what was said.</summary>
    public EnquiryKind? Begins =>
        Viewer.Holds("member") && Decision.Outcome is not (Outcome.Forbidden or Outcome.CannotTell)
            ? EnquiryKind.All.FirstOrDefault(kind => kind.OfService && !kind.IsMeeting && kind.Act == Said.Act.Name)
            : null;

    public string QuestionOf(string key) =>
        key switch
        {
            "by" => "Who would do it?",
            "to" => "To whom?",
            "about" => "Who is it about?",
            _ => Vocabulary.Facts[key].Question,
        };

    public string AnswerOf(string key, string value) =>
        value.Length == 0 ? (Said.IsPlace(key) ? "Nobody in particular" : "Not known")
        : Said.IsPlace(key) ? Vocabulary.Roles[value].Label
        : Vocabulary.Facts[key].Choices.FirstOrDefault(choice => choice.Name == value)?.Label ?? value;

    public async Task<IActionResult> OnGetAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (Step is not SettledStep)
        {
            return Redirect(Said.Path());
        }

        Further = await FurtherAsync(cancellationToken);
        Here = await HereAsync(cancellationToken);
        Advice =
        [
            .. (await RulingAsRead.AllAsync(db, Today, cancellationToken)).Where(ruling =>
                ruling.Ruling.HoldsOn(Today) && RulingAdvice.BearsOn(ruling.Ruling, Read, Decision.Situation)
            ),
        ];
        return Page();
    }

    private async Task<EnquiryAnswer?> FurtherAsync(CancellationToken cancellationToken)
    {
        if (Viewer.OfficeIds.Count == 0)
        {
            return null;
        }

        var question = new EnquiryCase(
            EnquiryKind.ProtocolQuestion,
            ServiceAreaId: null,
            NoService: true,
            Viewer.PersonId,
            ForConstituent: false,
            Today,
            new Dictionary<string, string>(),
            Said.ToAsked(Today, "")
        );
        return await rules.MayAskAsync(question, cancellationToken) is { IsEntitled: true } answer ? answer : null;
    }

    /// <summary>One human may be looking this up for others: who looks is the person of the question only in a role that they hold.</summary>
    private async Task<IReadOnlyList<CouncilStep?>> HereAsync(CancellationToken cancellationToken)
    {
        var by = Said.Answers.FirstOrDefault(answer => answer.Key == "by").Value;
        var isViewer = !string.IsNullOrEmpty(by) && Viewer.Roles.Any(role => Vocabulary.RoleIs(role, by));
        var parties = new Parties(isViewer ? [Viewer.PersonId.ToString("N", CultureInfo.InvariantCulture)] : [], [], []);
        var known = Decision.Route.Where(step => IsKnown(step.Who, isViewer)).ToList();
        var found = await routes.ForAsync(known, parties, Today, Viewer, cancellationToken);
        return [.. Decision.Route.Select(step => known.IndexOf(step) is var at and >= 0 ? found[at] : null)];
    }

    private static bool IsKnown(Who who, bool isViewer) =>
        who.Terms.All(term => term.Role is not null && (term.Party is null || (isViewer && term.Party == Party.Actor)))
        && (who.OrElse is null || IsKnown(who.OrElse, isViewer));

    /// <summary>Begins an enquiry with what was said here.</summary>
    public async Task<IActionResult> OnPostAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (Step is not SettledStep || Begins is not { } kind)
        {
            throw new NotFoundException();
        }

        var facts = Said
            .Answers.Where(answer => !Said.IsPlace(answer.Key) && answer.Value.Length > 0)
            .ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
        var draft = await drafts.StartAsync(Viewer, new DraftAnswers { Kind = kind.Key, Facts = facts }, cancellationToken);
        return Redirect($"/ask/{draft:D}/rule");
    }

    /// <summary>Begins a question about the protocol that has with it what was said and answered here.</summary>
    public async Task<IActionResult> OnPostAskAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (Step is not SettledStep || await FurtherAsync(cancellationToken) is null)
        {
            throw new NotFoundException();
        }

        var subject = Said.Act.Label;
        var draft = await drafts.StartAsync(
            Viewer,
            new DraftAnswers
            {
                Kind = EnquiryKind.ProtocolQuestion.Key,
                Subject = subject.Length > MostOfASubject ? subject[..MostOfASubject] : subject,
                About = Said.ToAsked(Today, InWords()),
            },
            cancellationToken
        );
        return Redirect($"/ask/{draft:D}/details");
    }

    /// <summary>What was said and what was answered, as they go with a question.</summary>
    private string InWords()
    {
        var text = new StringBuilder(Said.Act.Label).Append('\n');
        foreach (var (key, value) in Said.Answers)
        {
            text.Append(QuestionOf(key)).Append(' ').Append(AnswerOf(key, value)).Append('\n');
        }

        return text.Append('\n')
            .Append(CultureInfo.InvariantCulture, $"Answered on {Today.InWords()}, under {ProtocolTitle}:\n")
            .Append(Explanation.InWords(Decision))
            .ToString();
    }
}

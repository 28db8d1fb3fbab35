using System.ComponentModel.DataAnnotations;
using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.MayI;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Rulings;

/// <summary>The Monitoring Officer says what the protocol means. The act and what has to be so are in the address, as they came from a question.</summary>
public sealed class NewModel(
    ComityDb db,
    Library library,
    Comity.Service.Requests.Enquiries enquiries,
    CurrentViewer current,
    MakeRuling make
) : RegisterPage(current)
{
    private const int MostClauses = 6;

    private ReadTogether _read = null!;

    /// <summary>In the address; as a query where it was just chosen.</summary>
    [FromRoute]
    public string? Act { get; set; }

    [FromQuery(Name = "clause")]
    public string? Clause { get; set; }

    [FromQuery(Name = "replaces")]
    public int? Replaces { get; set; }

    /// <summary>The reference of the question of which it comes.</summary>
    [FromQuery(Name = "question")]
    public string? Question { get; set; }

    /// <summary>The version of the question that was seen; what no form of ours sends is one that it is not at.</summary>
    [BindProperty]
    public string? Version { get; set; }

    [BindProperty]
    [StringLength(160)]
    public string? Title { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public List<string> Clauses { get; set; } = [];

    [BindProperty]
    public RulingEffect? Effect { get; set; }

    [BindProperty]
    public string? ReferredTo { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty]
    public List<string> Reference { get; set; } = [];

    /// <summary>At which the question is now.</summary>
    public int QuestionVersion { get; private set; }

    private int SeenVersion =>
        int.TryParse(Version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seen)
            ? seen
            : 0;

    /// <summary>Null until it is known what would be done.</summary>
    public Said? Said { get; private set; }

    public bool IsBinding => _read.RulingsBind;

    public RulingAsRead? Replaced { get; private set; }

    public string? Mark { get; private set; }

    public IReadOnlyList<SelectListItem> Acts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ClauseChoices { get; private set; } = [];

    public IReadOnlyList<(string Question, string Answer)> Facts { get; private set; } = [];

    public string AnswerToday { get; private set; } = "";

    public void OnGet()
    {
        (By, To, About) = (Of("by"), Of("to"), Of("about"));
        Clauses =
            Clause is not null ? [Clause]
            : Replaced is not null ? [.. Replaced.Ruling.ClauseIds]
            : Question is not null ? [.. Deciding()]
            : [];
        Reference = Question is null ? [] : ["yes"];

        string? Of(string key) => Said?.Answers.FirstOrDefault(answer => answer.Key == key).Value is { Length: > 0 } role ? role : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new MakeRulingRequest
        {
            Title = Title,
            Clauses = Clauses,
            Act = Said?.Act.Name,
            By = By,
            To = To,
            About = About,
            Facts = FactsSaid().ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal),
            Effect = Effect,
            ReferredTo = ReferredTo,
            Answer = Answer,
            Reasons = Reasons,
            OnReference = Reference.Contains("yes"),
            At = Question is null ? null : new Comity.Service.Matters.MatterAt(Question, SeenVersion),
            From = From,
            Replaces = Replaces,
            Opened = Opened ?? "",
        };
        return await FinishAsync(
            () => make.ExecuteAsync(viewer, request, cancellationToken),
            IsBinding ? "The ruling has been made" : "The advice has been given",
            _ => Question is null ? "/rulings" : $"/enquiries/{Question}",
            cancellationToken,
            error =>
                error.Field == nameof(MakeRulingRequest.Act) || (error.Field == nameof(Clauses) && ClauseChoices.Count == 0)
                    ? error with
                    {
                        Field = nameof(Title),
                    }
                    : error
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        (await Current.GetAsync(cancellationToken)).Holds("monitoring-officer") && await db.TextEditions.AnyAsync(cancellationToken);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Question is not null)
        {
            var viewer = await Current.GetAsync(cancellationToken);
            QuestionVersion =
                await enquiries.FindAsync(Question, viewer, cancellationToken) is { } question && MakeRuling.MayComeOf(question)
                    ? question.Matter.Version
                    : throw new NotFoundException();
        }

        _read = await library.OnAsync(Today, cancellationToken);
        var words = _read.Vocabulary;
        var rulings = await RulingAsRead.AllAsync(db, Today, cancellationToken);
        Mark = AsOpened.Of(rulings.Select(ruling => ruling.Ruling));
        Replaced = Replaces is { } number
            ? rulings.FirstOrDefault(ruling => ruling.Ruling.Number == number) ?? throw new NotFoundException()
            : null;
        Acts =
        [
            .. words.Acts.Values.OrderBy(act => act.Label, StringComparer.Ordinal).Select(act => new SelectListItem(act.Label, act.Name)),
        ];
        var name = Act ?? Request.Query["act"].ToString();
        if (name.Length == 0)
        {
            return;
        }

        Said =
            words.Acts.TryGetValue(name, out var act) && Said.From(act, Request.Query, words) is { } said
                ? said
                : throw new NotFoundException();
        Roles =
        [
            .. words
                .Roles.Values.OrderBy(role => role.Label, StringComparer.Ordinal)
                .Select(role => new SelectListItem(role.Label, role.Name)),
        ];
        var chosen = Clauses.Append(Clause).ToList();
        ClauseChoices =
        [
            .. _read
                .File.Norms.Concat(_read.Beneath?.Norms ?? [])
                .Where(norm =>
                    norm.Rules.Any(rule => rule.Scope.Acts.Any(one => one.Text == name)) || chosen.Contains(norm.Clause.LastingId)
                )
                .Select(norm => norm.Clause)
                .DistinctBy(clause => clause.LastingId)
                .Select(clause => new SelectListItem($"{clause.Number} {clause.Heading}".Trim(), clause.LastingId)),
        ];
        Facts =
        [
            .. FactsSaid()
                .Select(fact =>
                    (
                        words.Facts[fact.Key].Question,
                        words.Facts[fact.Key].Choices.FirstOrDefault(choice => choice.Name == fact.Value)?.Label ?? fact.Value
                    )
                ),
        ];
        AnswerToday = Explanation.Headline(_read.Protocol.Decide(said.Situation(words, Today)));
    }

    /// <summary>The clauses that give today's answer, as far as a ruling may be about them.</summary>
    private IEnumerable<string> Deciding() =>
        Said is null
            ? []
            : _read
                .Protocol.Decide(Said.Situation(_read.Vocabulary, Today))
                .DecidedBy.Select(citation => citation.LastingId)
                .Distinct()
                .Where(clause => ClauseChoices.Any(choice => choice.Value == clause))
                .Take(MostClauses);

    // A day is no part of what a ruling is about, and what was left open is not said.
    private IEnumerable<(string Key, string Value)> FactsSaid() =>
        (Said?.Answers ?? []).Where(answer =>
            answer.Value.Length > 0
            && !Said.IsPlace(answer.Key)
            && answer.Key != Fact.UnresolvedAt
            && _read.Vocabulary.Facts[answer.Key].Kind != FactKind.Date
        );
}

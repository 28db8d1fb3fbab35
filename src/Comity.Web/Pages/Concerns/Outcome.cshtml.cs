using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever hears it comes to an outcome: what was found of each ground, what follows, and why.</summary>
public sealed class OutcomeModel(ConcernMatters concerns, DecideConcern act, CouncilOnDate council, Library library, CurrentViewer current)
    : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Of each ground what was found.</summary>
    [BindProperty]
    public Dictionary<string, string> Found { get; set; } = [];

    [BindProperty]
    public List<string> Measures { get; set; } = [];

    /// <summary>yes or no, of a complaint under the members' code.</summary>
    [BindProperty]
    public string? Investigated { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsCodeComplaint => Course.Act == ConcernAct.CodeComplaint.Key;

    public Decision Says { get; private set; } = null!;

    public IReadOnlyList<ConcernGround> Grounds { get; private set; } = [];

    /// <summary>What the protocol says to acting against an officer.</summary>
    public IReadOnlyList<Guidance> Discipline { get; private set; } = [];

    public IEnumerable<AnswerCondition> Open => Says.Conditions.Where(condition => !condition.IsMet);

    protected override string Missing => "Enter your reasons";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Discipline = await act.DisciplineAsync(Seen, Viewer, Today, cancellationToken);
        Says = await act.SaysAsync(Seen, Viewer, Investigated == "yes", Today, cancellationToken);
        var read = await library.OnAsync(Course.RaisedOn, cancellationToken);
        var register = await council.RegisterAsync(Course.RaisedOn, cancellationToken);
        Grounds =
        [
            .. ConcernGrounds
                .Under(read, RolesOnDay.Of(register, read.Vocabulary, Course.About, Course.RaisedOn))
                .Where(ground => Course.Grounds.Contains(ground.Norm)),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (OutcomeKind.All.All(one => one.Key != Kind))
        {
            ModelState.AddModelError(nameof(Kind), "Choose how it ends");
        }

        if (IsCodeComplaint && Investigated is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Investigated), "Choose whether it was investigated");
        }

        if (Kind == OutcomeKind.Decided)
        {
            foreach (var ground in Grounds.Where(ground => Findings.All.All(one => one.Key != Found.GetValueOrDefault(ground.Norm))))
            {
                ModelState.AddModelError($"Found[{ground.Norm}]", $"Choose what you found of clause {ground.Clause}");
            }
        }

        if (Measures.Count == 0 || Measures.Exists(measure => Measure.Find(measure) is null))
        {
            ModelState.AddModelError(nameof(Measures), "Choose what follows, or no further action");
        }
        else if (Measures.Contains("none") && Measures.Count > 1)
        {
            ModelState.AddModelError(nameof(Measures), "Choose no further action alone, or what follows");
        }

        var found = Grounds
            .Where(ground => Kind == OutcomeKind.Decided && Found.ContainsKey(ground.Norm))
            .ToDictionary(ground => ground.Norm, ground => Found[ground.Norm], StringComparer.Ordinal);
        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(
                        new DecideConcernRequest(At, Kind!, found, Measures, Words!.Trim(), Reason?.Trim())
                        {
                            Investigated = IsCodeComplaint && Investigated == "yes",
                        },
                        Viewer,
                        cancellationToken
                    ),
                "The outcome has been given.",
                nameof(Reason),
                cancellationToken
            )
            : Page();
    }
}

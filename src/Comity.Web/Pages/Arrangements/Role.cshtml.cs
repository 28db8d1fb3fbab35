using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>The council says which of its own offices one role of the protocol means, from a day on.</summary>
public sealed class RoleModel(ComityDb db, CouncilOnDate council, Library library, CurrentViewer current, StateEquivalence state)
    : RegisterPage(current)
{
    // What everybody is cannot be what one office means.
    private static readonly string[] NotAnOffice = ["member", "officer"];

    [FromRoute]
    public string Duty { get; set; } = "";

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public SetUpQuestion Question { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<string> Now { get; private set; } = [];
    public string Mark { get; private set; } = "";

    private IReadOnlyList<string> _stated = [];
    private HashSet<string> _known = [];

    public void OnGet() => Roles = [.. _stated];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new StateEquivalenceRequest(Duty, Roles, From, Minute, _known, Opened ?? "");
        return await FinishAsync(
            () => state.ExecuteAsync(viewer, request, cancellationToken),
            "It has been stated",
            _ => "/arrangements/roles",
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(Today, cancellationToken);
        Question =
            SetUpQuestions.Of(read.Vocabulary, read.File).FirstOrDefault(question => question.Duty == Duty)
            ?? throw new NotFoundException();
        var facts = await db.RoleEquivalences.AsNoTracking().Where(fact => fact.Duty == Duty).ToListAsync(cancellationToken);
        Mark = AsOpened.Of(facts);
        _stated = [.. facts.Where(fact => fact.InForceOn(Today)).Select(fact => fact.Role)];
        _known = [.. read.Vocabulary.Roles.Keys];
        Now = [.. _stated.Select(Label)];
        var held = (
            await council
                .HeldOffices(Today)
                .Where(one => one.WardId == null && !NotAnOffice.Contains(one.Role) && one.Role != Duty)
                .Select(one => new { one.Role, one.PersonName })
                .ToListAsync(cancellationToken)
        ).ToLookup(one => one.Role, one => one.PersonName);
        Choices =
        [
            .. held.Select(one => one.Key)
                .Union(_stated)
                .Select(role => (Role: role, Text: $"{Label(role)}: {Names([.. held[role].Distinct().Order(StringComparer.Ordinal)])}"))
                .OrderBy(one => one.Text, StringComparer.Ordinal)
                .Select(one => new SelectListItem(one.Text, one.Role)),
        ];

        string Label(string role) => read.Vocabulary.Roles.TryGetValue(role, out var known) ? known.Label : role;
    }

    private static string Names(IReadOnlyList<string> names) =>
        names.Count == 0 ? "nobody today"
        : names.Count <= 3 ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
}

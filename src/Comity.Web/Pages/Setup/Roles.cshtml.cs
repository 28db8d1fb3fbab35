using Comity.Service.People;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Setup;

/// <summary>Who is who in the words of the protocol. Each is asked; nothing is chosen beforehand.</summary>
public sealed class RolesModel(SetUpGate gate, SetUpJourneys journeys, ComityDb db, CouncilOnDate council, TimeProvider clock)
    : SetUpPage(gate, journeys)
{
    public const int NamesShown = 20;

    [BindProperty]
    public Dictionary<string, string?> Duties { get; set; } = [];

    [BindProperty]
    public bool LineManagersAgreed { get; set; }

    public IReadOnlyList<SetUpQuestion> Questions { get; private set; } = [];

    /// <summary>The roles that somebody holds, with their names.</summary>
    public IReadOnlyList<(string Role, string Label, string Names)> Held { get; private set; } = [];

    public IReadOnlyList<string> WithoutLineManager { get; private set; } = [];

    public override SetUpStage Stage => SetUpStage.Roles;

    public IEnumerable<(string Value, string Text, string? Hint)> Choices(SetUpQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Held.FirstOrDefault(held => held.Role == question.Duty) is { Role: not null } own)
        {
            yield return (SetUpAnswers.ItsOwnHolders, $"{own.Label}, as in the file", own.Names);
        }

        foreach (var held in Held.Where(held => held.Role != question.Duty))
        {
            yield return (held.Role, held.Label, held.Names);
        }

        yield return (SetUpAnswers.Nobody, "Nobody, for now", "A step that goes there stays a gap, and Comity says so");
    }

    public void OnGet()
    {
        Duties = Answers.Duties.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
        LineManagersAgreed = Answers.LineManagersAgreed;
        LeaveRoom();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var question in Questions)
        {
            var answer = Duties.GetValueOrDefault(question.Duty);
            if (Choices(question).All(choice => choice.Value != answer))
            {
                ModelState.AddModelError($"{nameof(Duties)}[{question.Duty}]", $"Choose who the {question.Label} is here");
            }
        }

        if (WithoutLineManager.Count > 0 && !LineManagersAgreed)
        {
            ModelState.AddModelError(
                nameof(LineManagersAgreed),
                "Say that these officers have no line manager, or go back and put it in the file"
            );
        }

        return ModelState.IsValid
            ? await KeepAsync(
                Answers with
                {
                    Duties = Questions.ToDictionary(question => question.Duty, question => Duties[question.Duty]!),
                    LineManagersAgreed = LineManagersAgreed,
                    RolesDone = true,
                },
                cancellationToken
            )
            : Page();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (Gate.Library.Find(Answers.ProtocolKey ?? "") is { } pack)
        {
            Questions = SetUpQuestions.Of(Gate.Library, pack);
        }

        LeaveRoom();
        var held = await council
            .HeldOffices(today)
            .Where(office => office.WardId == null && office.Role != "member" && office.Role != "officer")
            .Select(office => new { office.Role, office.PersonName })
            .ToListAsync(cancellationToken);
        var roles = Gate.Library.Vocabulary.Roles;
        Held =
        [
            .. held.GroupBy(office => office.Role)
                .Select(group =>
                    (
                        group.Key,
                        Label: roles.TryGetValue(group.Key, out var role) ? role.Label : group.Key,
                        Names: Names([.. group.Select(office => office.PersonName).Distinct().Order(StringComparer.Ordinal)])
                    )
                )
                .OrderBy(one => one.Label, StringComparer.Ordinal),
        ];
        var managed =
            from holding in council.Facts<Holding>(today)
            join line in council.Facts<LineManagement>(today) on holding.OfficeId equals line.OfficeId
            select holding.PersonId;
        var outside = db.People.Where(person => person.OutsideBody != null).Select(person => person.Id);
        WithoutLineManager = await council
            .HeldOffices(today)
            .Where(office =>
                office.WardId == null
                && office.Role != "member"
                && office.Role != "chief-executive"
                && office.Role != "clerk"
                && !outside.Contains(office.PersonId)
                && !managed.Contains(office.PersonId)
            )
            .Select(office => office.PersonName)
            .Distinct()
            .OrderBy(name => name)
            .ToListAsync(cancellationToken);
    }

    // A field is bound to each entry, so each question has one, empty until it is answered.
    private void LeaveRoom()
    {
        foreach (var question in Questions)
        {
            Duties.TryAdd(question.Duty, null);
        }
    }

    private static string Names(List<string> names) =>
        names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
}

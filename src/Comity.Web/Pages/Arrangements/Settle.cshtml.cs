using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>One thing on which the protocol is silent: what it leaves open, and what the council settles.</summary>
public sealed class SettleModel(ComityDb db, Library library, CurrentViewer current, StateArrangement state, RegisterChoices choices)
    : DatedRegisterPage(current)
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    public ArrangementRule Rule { get; private set; } = null!;

    /// <summary>Null while the council has taken up no protocol.</summary>
    public ArrangementGap? Gap { get; private set; }

    /// <summary>What holds today or from a later day on.</summary>
    public Arrangement? Running { get; private set; }

    /// <summary>For what is settled by naming an office.</summary>
    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public string Mark { get; private set; } = "";

    public void OnGet() =>
        Value =
            Rule.Form == ArrangementForm.Dates && Running is not null
                ? DaysByLine.Write(ArrangedInWords.DaysOf(Running.Value))
                : Running?.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var value = Value;
        if (Rule.Form == ArrangementForm.Dates)
        {
            (value, var noDay) = DaysByLine.Read(Value);
            if (noDay is not null)
            {
                ModelState.AddModelError(nameof(Value), $"“{noDay}” is not a date. Write a date like 29 12 2026");
            }
        }

        return await FinishAsync(
            () => state.ExecuteAsync(viewer, new(Rule.Key, value, Minute, From, Until, Opened ?? ""), cancellationToken),
            "It is settled",
            _ => "/arrangements",
            cancellationToken,
            // What is settled is the page itself here, and no field of it.
            error => error.Field == nameof(Key) ? error with { Field = nameof(Value) } : error
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var read = await db.TextEditions.AnyAsync(cancellationToken) ? await library.OnAsync(Today, cancellationToken) : null;
        Rule =
            (read is null ? ArrangementRules.All : ArrangementRules.Under(read.Protocol)).FirstOrDefault(rule => rule.Address == Key)
            ?? throw new NotFoundException();
        Gap = read is null ? null : ArrangementGap.Of(read, Rule.Key, Today);
        var rows = await db.Arrangements.AsNoTracking().Where(one => one.Key == Rule.Key).ToListAsync(cancellationToken);
        Roles = Rule.Form == ArrangementForm.Office && read is not null ? await choices.RolesAsync(Today, cancellationToken) : [];
        Mark = AsOpened.Of(rows);
        Running = rows.Where(one => one.Until is null || one.Until >= Today).MaxBy(one => one.From);
    }
}

using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>What the council itself has settled where its protocol is silent, and what it has not.</summary>
public sealed class IndexModel(ComityDb db, Library library, CurrentViewer current, StateArrangement state, EndArrangement end) : PageModel
{
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public Guid Arrangement { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? EndMinute { get; set; }

    /// <summary>What was settled when the form was opened.</summary>
    [BindProperty]
    public string? Opened { get; set; }

    public string Mark { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Stated> Past { get; private set; } = [];
    public bool MayKeep { get; private set; }
    public IReadOnlyList<SelectListItem> Keys { get; private set; } = [];

    public sealed record Stated(Arrangement Arrangement, string Author, string Title);

    public sealed record Line(ArrangementRule Rule, IReadOnlyList<Stated> Stated);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostStateAsync(CancellationToken cancellationToken) =>
        await EndAsync(
            async () =>
                await state.ExecuteAsync(
                    await current.GetAsync(cancellationToken),
                    new StateArrangementRequest(Key, Value, Minute, From, Until, Opened ?? ""),
                    cancellationToken
                ),
            error => error,
            cancellationToken
        );

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        if (Arrangement == Guid.Empty)
        {
            await LoadAsync(cancellationToken);
            ModelState.AddModelError(nameof(Arrangement), "Choose what ends");
            return MayKeep ? Page() : throw new NotFoundException();
        }

        return await EndAsync(
            async () =>
                await end.ExecuteAsync(
                    await current.GetAsync(cancellationToken),
                    new EndArrangementRequest(Arrangement, LastDay, EndMinute, Opened ?? ""),
                    cancellationToken
                ),
            error => error.Field == nameof(Minute) ? error with { Field = nameof(EndMinute) } : error,
            cancellationToken
        );
    }

    private async Task<IActionResult> EndAsync(
        Func<Task<RegisterChange>> act,
        Func<FieldError, FieldError> place,
        CancellationToken cancellationToken
    )
    {
        try
        {
            switch (await act())
            {
                case RegisterChange.Done:
                    return RedirectToPage();
                case RegisterChange.Refused refused:
                    ModelState.AddErrors(new RegisterChange.Refused([.. refused.Errors.Select(place)]));
                    await LoadAsync(cancellationToken);
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            ModelState.Remove(nameof(Opened));
            Opened = null;
            return this.ChangedSinceOpened();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var rules = await db.TextEditions.AnyAsync(cancellationToken)
            ? ArrangementRules.Under((await library.OnAsync(today, cancellationToken)).Protocol)
            : ArrangementRules.All;
        Keys = [.. rules.Select(rule => new SelectListItem(rule.Title, rule.Key))];
        var rows = await (
            from one in db.Arrangements.AsNoTracking()
            join person in db.People on one.AuthorPersonId equals person.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby one.From
            select new { one, Author = author == null ? "Comity" : author.FullName }
        ).ToListAsync(cancellationToken);
        Mark = AsOpened.Of(rows.Select(row => row.one));
        var stated = rows.Select(row => new Stated(row.one, row.Author, ArrangementRules.Find(row.one.Key)?.Title ?? row.one.Key)).ToList();
        Lines =
        [
            .. rules.Select(rule => new Line(
                rule,
                [
                    .. stated.Where(one =>
                        one.Arrangement.Key == rule.Key && (one.Arrangement.Until is null || one.Arrangement.Until >= today)
                    ),
                ]
            )),
        ];
        Past = [.. stated.Where(one => one.Arrangement.Until < today)];
    }
}

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

/// <summary>What the council itself has settled where its protocol is silent, and what it has not.</summary>
public sealed class IndexModel(ComityDb db, Library library, CurrentViewer current, StateArrangement state, EndArrangement end)
    : RegisterPage(current)
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

    public string Mark { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<Stated> Past { get; private set; } = [];
    public bool MayKeep { get; private set; }
    public IReadOnlyList<SelectListItem> Keys { get; private set; } = [];

    public sealed record Stated(Arrangement Arrangement, string Author, string Title);

    public sealed record Line(ArrangementRule Rule, IReadOnlyList<Stated> Stated);

    public void OnGet() { }

    // Everybody sees what is arranged; only the forms are for whoever keeps the register.
    protected override async Task<bool> MayAsync(CancellationToken cancellationToken) =>
        !HttpMethods.IsPost(Request.Method) || await base.MayAsync(cancellationToken);

    public async Task<IActionResult> OnPostStateAsync(CancellationToken cancellationToken) =>
        await FinishAsync(
            async () =>
                await state.ExecuteAsync(
                    await Current.GetAsync(cancellationToken),
                    new StateArrangementRequest(Key, Value, Minute, From, Until, Opened ?? ""),
                    cancellationToken
                ),
            "It is settled",
            _ => "/arrangements",
            cancellationToken
        );

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        if (Arrangement == Guid.Empty)
        {
            ModelState.AddModelError(nameof(Arrangement), "Choose what ends");
        }

        return await FinishAsync(
            async () =>
                await end.ExecuteAsync(
                    await Current.GetAsync(cancellationToken),
                    new EndArrangementRequest(Arrangement, LastDay, EndMinute, Opened ?? ""),
                    cancellationToken
                ),
            "It has an end",
            _ => "/arrangements",
            cancellationToken,
            error => error.Field == nameof(Minute) ? error with { Field = nameof(EndMinute) } : error
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        MayKeep = (await Current.GetAsync(cancellationToken)).MayKeepRegister();
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

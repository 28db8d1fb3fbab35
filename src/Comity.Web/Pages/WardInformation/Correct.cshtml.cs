using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.WardInformation;

/// <summary>A correction of what was told: a version of its own, beside which the earlier ones stay.</summary>
public sealed class CorrectModel(Comity.Service.Requests.Enquiries enquiries, CorrectNews correct, ComityDb db, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public string? Changed { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    [Display(Name = "The day it happens")]
    public DateOnly? HappensOn { get; set; }

    [BindProperty]
    public string? HappensAt { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    [Display(Name = "The last day on which it is current")]
    public DateOnly? CurrentUntil { get; set; }

    protected override string Missing => "Enter what members should know";

    protected override bool May(Standing standing) => CorrectNews.MayCorrect(standing, Viewer);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await base.OnGetAsync(cancellationToken);
        var id = Matter.Id;
        var last = await db
            .NewsVersions.AsNoTracking()
            .Where(version => version.NewsId == id)
            .OrderByDescending(version => version.Number)
            .FirstAsync(cancellationToken);
        (Title, HappensOn, HappensAt, Place) = (last.Title, last.HappensOn, last.HappensAt?.InWords(), last.Place);
        Words = Standing.Said.FirstOrDefault(said => said.Id == last.MessageId)?.Words.Text;
        CurrentUntil = await db.News.Where(news => news.Id == id).Select(news => news.CurrentUntil).SingleAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        if (!TimeOfDay.TryRead(HappensAt, out var at))
        {
            ModelState.AddModelError(nameof(HappensAt), TimeOfDay.Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = new CorrectNewsRequest
        {
            At = At,
            Changed = Changed,
            Title = Title,
            Words = Words,
            Files = files,
            HappensOn = HappensOn,
            HappensAt = at,
            Place = Place,
            CurrentUntil = CurrentUntil,
        };
        try
        {
            switch (await correct.ExecuteAsync(request, Viewer, cancellationToken))
            {
                case NewsResult.Told told:
                    TempData["Done"] = "It has been corrected, and everybody who was told has been told.";
                    return LocalRedirect($"/news/{told.Reference}");
                case NewsResult.Refused refused:
                    refused.Errors.ToList().ForEach(error => ModelState.AddModelError(error.Field, error.Message));
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            Version = Matter.Version;
            return this.ChangedSinceOpened();
        }
    }
}

using Comity.Service.People.Import;
using Comity.Service.Record;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Setup;

[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class PeopleModel(SetUpGate gate, SetUpJourneys journeys, ComityDb db, PlanPeopleImport plan, ImportPeople import)
    : SetUpPage(gate, journeys)
{
    private readonly SetUpJourneys _journeys = journeys;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Windows1252 { get; set; }

    [BindProperty]
    public bool MakeNew { get; set; }

    [BindProperty]
    public string? AgreedTo { get; set; }

    /// <summary>The dry run of the file that was uploaded; null before there is one.</summary>
    public PeopleImportPlan? Plan { get; private set; }

    public string? FileName => Journey.PeopleFileName;

    public int PeopleInRegister { get; private set; }

    public override SetUpStage Stage => SetUpStage.People;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Windows1252 = Answers.Encoding == PeopleFileEncoding.Windows1252;
        await TryAsync(cancellationToken);
        return Page();
    }

    /// <summary>Takes the file and tries it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length == 0)
        {
            // Without a new file the one that is there is tried again, perhaps with other letters.
            if (Upload is not null || Journey.PeopleFile is null)
            {
                ModelState.AddModelError(nameof(Upload), Upload is null ? "Choose the CSV file with your people" : "The file is empty");
                await TryAsync(cancellationToken);
                return Page();
            }
        }
        else if (Upload.Length > PeopleFileLimits.Bytes)
        {
            ModelState.AddModelError(nameof(Upload), $"The file must be smaller than {PeopleFileLimits.Bytes / 1024 / 1024} MB");
            return Page();
        }
        else
        {
            using var bytes = new MemoryStream();
            await Upload.CopyToAsync(bytes, cancellationToken);
            Journey.PeopleFile = bytes.ToArray();
            Journey.PeopleFileName = Path.GetFileName(Upload.FileName) is { Length: > 0 } name
                ? name[..Math.Min(name.Length, 200)]
                : "people.csv";
        }

        await _journeys.KeepAsync(
            Journey,
            Answers with
            {
                Encoding = Windows1252 ? PeopleFileEncoding.Windows1252 : PeopleFileEncoding.Utf8,
            },
            cancellationToken
        );
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        if (Journey.PeopleFile is not { } file)
        {
            return RedirectToPage();
        }

        using var stream = new MemoryStream(file);
        var result = await import.ExecuteAsync(
            SetUpJourneys.Acting,
            new ImportPeopleRequest(stream, Answers.Encoding, Roles(), AgreedTo ?? "", MakeNew),
            null,
            cancellationToken
        );
        switch (result)
        {
            case ImportPeopleResult.Imported:
                db.ChangeTracker.Clear();
                var journey = await Gate.OpenAsync(cancellationToken) ?? throw new ChangedSinceOpenedException("The set-up was closed.");
                journey.PeopleFile = null;
                journey.PeopleFileName = null;
                await _journeys.KeepAsync(journey, Answers with { PeopleImported = true }, cancellationToken);
                return RedirectToPage("/Setup/Roles");
            case ImportPeopleResult.Changed changed:
                Plan = changed.Plan;
                ModelState.Remove(nameof(AgreedTo));
                return this.ChangedSinceOpened();
            default:
                Plan = result.Plan;
                if (Plan is { CanImport: true, HasNewNames: true })
                {
                    ModelState.AddModelError(nameof(MakeNew), "Say that the new names are right, or change the file");
                }
                else
                {
                    ModelState.AddModelError(nameof(Upload), "Put the problems right in the file and upload it again");
                }

                return Page();
        }
    }

    /// <summary>Goes on with the people who are there: a second file is not needed.</summary>
    public async Task<IActionResult> OnPostGoOnAsync(CancellationToken cancellationToken)
    {
        if (PeopleInRegister == 0)
        {
            ModelState.AddModelError(nameof(Upload), "Choose the CSV file with your people");
            return Page();
        }

        return await KeepAsync(Answers with { PeopleImported = true }, cancellationToken);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        PeopleInRegister = await db.People.CountAsync(cancellationToken);

    private HashSet<string> Roles() => [.. Gate.Library.Vocabulary.Roles.Keys];

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        if (Journey.PeopleFile is { } file)
        {
            using var stream = new MemoryStream(file);
            Plan = await plan.ExecuteAsync(new PlanPeopleImportRequest(stream, Answers.Encoding, Roles()), cancellationToken);
        }
    }
}

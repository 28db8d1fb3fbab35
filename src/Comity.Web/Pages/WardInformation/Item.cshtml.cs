using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.WardInformation;

/// <summary>
/// A piece of news, as it reads now or as an earlier version had it. A member who was told and opens it has seen it from then on; whoever wrote it, and that
/// officer's manager, see who has.
/// </summary>
public sealed class ItemModel(
    Comity.Service.Requests.Enquiries enquiries,
    ComityDb db,
    MatterNames names,
    ReadLog reads,
    ViewerTokens tokens,
    LinkedMatters linked,
    CurrentViewer current
) : EnquiryPage(enquiries, current)
{
    private const string Gone = "Erased under data protection law or at the end of its retention. The record keeps its hash.";

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Number { get; set; }

    public News News { get; private set; } = null!;
    public NewsVersion Version { get; private set; } = null!;
    public IReadOnlyList<NewsVersion> Versions { get; private set; } = [];
    public string Kind => NewsKind.Find(News.Kind)?.Label ?? News.Kind;
    public string Words { get; private set; } = Gone;
    public IReadOnlyList<FileShown> Files { get; private set; } = [];
    public IReadOnlyList<string> Wards { get; private set; } = [];

    /// <summary>The advice of which it gives the facts, for those who may see that.</summary>
    public IReadOnlyList<LinkedMatters.Linked> AdviceBehind { get; private set; } = [];

    public string WrittenBy { get; private set; } = "";
    public bool WasTold { get; private set; }
    public bool MayCorrect => CorrectNews.MayCorrect(Standing, Viewer);

    /// <summary>For whoever wrote it or manages whoever did: each who was told, the day, and the day on which they opened it as it reads now.</summary>
    public IReadOnlyList<(string Name, DateOnly Told, DateOnly? Seen, DateOnly? SeenEarlier)> SeenBy { get; private set; } = [];

    public bool IsLatest => Version.Number == Versions[^1].Number;

    protected override bool May(Standing standing) => standing.Matter.Kind == News.MatterKind && standing.MaySee(Parts.Content);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await NoteAsync(cancellationToken);
        if (!WasTold)
        {
            await ReadSeenAsync(cancellationToken);
        }

        return Page();
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var id = Matter.Id;
        News = await db
            .News.AsNoTracking()
            .Include(one => one.Wards)
            .Include(one => one.Versions)
            .SingleAsync(one => one.Id == id, cancellationToken);
        Versions = [.. News.Versions.OrderBy(version => version.Number)];
        Version = Number is null
            ? Versions[^1]
            : Versions.FirstOrDefault(version => version.Number == Number) ?? throw new NotFoundException();
        var wards = News.Wards.Select(ward => ward.WardId).ToList();
        Wards = await db
            .Wards.AsNoTracking()
            .Where(ward => wards.Contains(ward.Id))
            .OrderBy(ward => ward.Name)
            .Select(ward => ward.Name)
            .ToListAsync(cancellationToken);
        if (Standing.Said.FirstOrDefault(said => said.Id == Version.MessageId) is { } said)
        {
            Words = said.Words.Text ?? Gone;
            Files = [.. said.Files.Select(file => new FileShown(file.Id, file.Name.Text ?? Gone, file.Size))];
        }

        var named = await names.OfAsync(Matter, Standing.Parties, [], cancellationToken);
        WrittenBy = Standing.Parties.FirstOrDefault(party => party.Place == News.WrittenBy) is { } writer ? named.Of(writer) : "";
        AdviceBehind = await linked.FactsAsync(Matter, Viewer, Now, cancellationToken);
        WasTold = Standing.Parties.Any(party => party.Place == News.Told && Viewer.Tokens.Contains(party.Token));
    }

    // Seen is seen once: the first opening of each version is what the officer is shown.
    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        var (id, own, since) = (Matter.Id, tokens.Person(Viewer.PersonId, ContentClass.Indexed), Version.WrittenAt);
        if (
            WasTold
            && IsLatest
            && !await db.ReadEntries.AnyAsync(
                read => read.MatterId == id && read.ViewerToken == own && read.At >= since && read.Part == Parts.Content,
                cancellationToken
            )
        )
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }
    }

    private async Task ReadSeenAsync(CancellationToken cancellationToken)
    {
        var id = Matter.Id;
        var opened = (
            await db
                .ReadEntries.AsNoTracking()
                .Where(read => read.MatterId == id && read.Part == Parts.Content)
                .OrderBy(read => read.At)
                .Select(read => new { read.ViewerToken, read.At })
                .ToListAsync(cancellationToken)
        ).ToLookup(read => read.ViewerToken, read => read.At);
        var named = await names.OfAsync(Matter, Standing.Parties, [], cancellationToken);
        var since = Versions[^1].WrittenAt;
        SeenBy =
        [
            .. Standing
                .Parties.Where(party => party.Place == News.Told)
                .Select(party =>
                {
                    var times = opened[tokens.Person(party.PersonId!.Value, ContentClass.Indexed)].ToList();
                    return (
                        named.Of(party),
                        LondonTime.DateOf(party.Since),
                        Day(times.Where(at => at >= since)),
                        Day(times.Where(at => at < since))
                    );
                })
                .OrderBy(line => line.Item1, StringComparer.Ordinal),
        ];

        static DateOnly? Day(IEnumerable<DateTime> times) => times.Any() ? LondonTime.DateOf(times.First()) : null;
    }
}

using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <param name="Asked">One thing on each line.</param>
public sealed record AddItemsRequest(MatterAt At, string Asked);

/// <summary>Says what was asked for, one thing at a time, so that each is found and decided by itself.</summary>
public sealed class AddItems(ComityDb db, Enquiries enquiries, ContentStore contents)
{
    public const int Most = 50;
    public const int LongestItem = 300;

    public static IReadOnlyList<string> Lines(string? asked) =>
        (asked ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public Task<ActResult> ExecuteAsync(AddItemsRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner && InformationItems.IsAskedIn(standing.Matter),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is MatterState.Closed)
                {
                    return new(InformationItems.Closed, Audience.SafeguardSource);
                }

                var before = await db.InformationItems.CountAsync(item => item.MatterId == matter.Id, cancellationToken);
                var lines = Lines(request.Asked);
                if (before + lines.Count > Most)
                {
                    return new($"One request can have {Most} things. Put together what belongs together.", Audience.SafeguardSource);
                }

                foreach (var (place, line) in lines.Index())
                {
                    await AddAsync(write, matter, before + place + 1, line, cancellationToken);
                }

                return null;
            },
            cancellationToken
        );

    private async Task AddAsync(CouncilWrite write, Matter matter, int number, string line, CancellationToken cancellationToken)
    {
        var words = await contents.AddTextAsync(matter.Id, Parts.Content, Parts.ClassOf(matter, Parts.Content), line, cancellationToken);
        SearchText.Add(db, matter, Parts.Content, words.Id, line);
        db.InformationItems.Add(
            new InformationItem
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                MatterId = matter.Id,
                Number = number,
                AskedContentId = words.Id,
            }
        );
        write.Record("item-asked", matter, Parts.Content, new JsonObject { ["item"] = number, ["asked"] = line });
    }
}

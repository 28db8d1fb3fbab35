using Comity.Service.Advising;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Pages.Enquiries;

namespace Comity.Web.Pages.Advising;

/// <summary>Reads the words of the advice in a matter, as far as they are for whoever looks.</summary>
public sealed class AdviceReading(AdviceInMatter inMatter, ContentStore contents, MatterNames names)
{
    private const string Gone = "Erased under data protection law or at the end of its retention. The record keeps its hash.";

    public async Task<IReadOnlyList<AdviceShown>> OfAsync(
        IReadOnlyList<PieceOfAdvice> all,
        Standing standing,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(standing);
        var matter = standing.Matter;
        var own = inMatter.TokenOf(viewer, matter);

        // An attempt is for the officers of the matter and for whoever made it.
        var remarks = all.SelectMany(advice => advice.Remarks)
            .Where(remark => standing.MaySee(remark.Part) || (remark.OfToken == own && remark.ByToken == own))
            .ToList();
        var files = standing.Said.ToDictionary(said => said.Id, said => said.Files);
        var texts = await contents.ReadTextsAsync(
            [
                .. all.SelectMany(advice => advice.Versions).SelectMany(AdviceInMatter.ContentsOf),
                .. remarks.Select(remark => remark.ContentId).OfType<Guid>(),
                .. files.Values.SelectMany(some => some).Where(file => file.Name.IsSealed).Select(file => file.Name.ContentId),
            ],
            cancellationToken
        );
        var named = await names.OfAsync(
            matter,
            standing.Parties,
            [.. all.Select(advice => advice.AuthorToken), .. remarks.Select(remark => remark.ByToken)],
            cancellationToken
        );
        return
        [
            .. all.Select(advice => new AdviceShown(
                advice.Number,
                named.Of(advice.AuthorToken),
                inMatter.IsAuthor(advice, matter, viewer),
                [.. advice.Versions.Select(Shown)],
                [.. remarks.Where(remark => remark.AdviceId == advice.Id && !IsAttempt(remark)).Select(Remark)],
                [.. remarks.Where(remark => remark.AdviceId == advice.Id && IsAttempt(remark)).Select(Remark)]
            )),
        ];

        VersionShown Shown(AdviceVersion version) =>
            new(
                version.Number,
                version.WrittenAt,
                Text(version.AnalysisContentId),
                Optional(version.OptionsContentId),
                Optional(version.ViewsContentId),
                Text(version.Message!.ContentId),
                Optional(version.ChangedContentId),
                [
                    .. files
                        .GetValueOrDefault(version.MessageId, [])
                        .Select(file => new FileShown(
                            file.Id,
                            file.Name.IsSealed ? Text(file.Name.ContentId) : file.Name.Text ?? Gone,
                            file.Size
                        )),
                ]
            );
        RemarkShown Remark(AdviceRemark remark) =>
            new(
                remark.Number,
                remark.Kind,
                remark.Version,
                named.Of(remark.ByToken),
                remark.At,
                Optional(remark.ContentId),
                remark.Outcome,
                remark.NormIds
            );
        string Text(Guid id) => texts.TryGetValue(id, out var found) ? found.Text : Gone;
        string? Optional(Guid? id) => id is { } known ? Text(known) : null;
    }

    private static bool IsAttempt(AdviceRemark remark) => remark.Kind is AdviceRemarkKind.ChangeAsked or AdviceRemarkKind.ChangePressed;
}

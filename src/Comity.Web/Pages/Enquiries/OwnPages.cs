using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.WardInformation;

namespace Comity.Web.Pages.Enquiries;

/// <summary>Kinds of matter that nobody asked for have a page of their own; notices and lists lead to it by way of the reference alone.</summary>
internal static class OwnPages
{
    public static string? Of(Matter matter) =>
        matter.Kind switch
        {
            PieceOfAdvice.MatterKind => $"/enquiries/{matter.Reference}/advice",
            News.MatterKind => $"/news/{matter.Reference}",
            _ => null,
        };
}

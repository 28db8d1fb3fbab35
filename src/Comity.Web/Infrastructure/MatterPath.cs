using Comity.Service.Concerns;

namespace Comity.Web.Infrastructure;

/// <summary>Where the page of a matter is, by its kind: a concern has rooms of its own, in which nothing of an enquiry's stands.</summary>
public static class MatterPath
{
    public static string Of(string kind, string reference) =>
        kind == Concern.MatterKind ? $"/concerns/{reference}" : $"/enquiries/{reference}";
}

namespace Comity.Service.Tests.People.Import;

internal static class ImportRoles
{
    public static IReadOnlySet<string> Some { get; } =
        new HashSet<string>
        {
            "member",
            "officer",
            "chief-executive",
            "director",
            "assistant-director",
            "head-of-service",
            "monitoring-officer",
            "independent-person",
            "clerk",
        };
}

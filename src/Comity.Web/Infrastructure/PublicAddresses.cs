namespace Comity.Web.Infrastructure;

/// <summary>The only places that somebody who is not signed in reaches. Everything else, whether it exists or not, leads to the sign-in page.</summary>
public static class PublicAddresses
{
    public const string Health = "/health";
    public const string CouncilStyles = "/council.css";

    /// <summary>Razor pages by name.</summary>
    public static IEnumerable<string> Pages(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        yield return "/Problem";
        yield return "/SignIn/Index";
        yield return "/SignIn/Code";
        yield return "/SignIn/RecoveryCode";
        yield return "/SignIn/Forgotten";
        yield return "/SignIn/ChoosePassword";
        yield return "/SignIn/SignedOut";
        yield return "/About/Accessibility";
        yield return "/About/Privacy";
        // Open where the council has decided to show its figures; elsewhere there is nothing there.
        yield return "/Performance/Index";
        yield return "/Performance/Csv";
        // Somebody without an account raises a concern, and comes back to it with the code that they were given.
        yield return "/Concerns/Report/Index";
        yield return "/Concerns/Report/WithCode";
        // Open while the council is not set up, and then only to whoever has the code; afterwards there is nothing there.
        yield return "/Setup/Index";
        yield return "/Setup/Council";
        yield return "/Setup/Protocol";
        yield return "/Setup/People";
        yield return "/Setup/Roles";
        yield return "/Setup/MonitoringOfficer";
        yield return "/Setup/Clerk";
        yield return "/Setup/Check";
        if (settings.Demonstration)
        {
            yield return "/SignIn/Demonstration";
        }
    }
}

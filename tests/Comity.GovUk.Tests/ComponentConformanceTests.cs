using System.Text.Encodings.Web;
using AngleSharp.Dom;
using Comity.GovUk.Components;
using Comity.GovUk.Tests.Fixtures;

namespace Comity.GovUk.Tests;

/// <summary>Every component renders what govuk-frontend itself renders for the same options.</summary>
public sealed class ComponentConformanceTests
{
    /// <summary>Components of the package that Comity does not offer, and why.</summary>
    private static readonly Dictionary<string, string> NotOffered = new()
    {
        ["cookie-banner"] = "Comity sets only cookies it cannot work without, so there is nothing to consent to",
        ["exit-this-page"] = "for services that a user may have to hide from somebody in the room",
        ["feedback"] = "no page asks for feedback yet",
        ["header"] = "it carries the crown, which only services on GOV.UK may show; generic-header takes its place",
    };

    /// <summary>Options that the records leave out, and why.</summary>
    private static readonly Dictionary<string, string> OptionsLeftOut = new()
    {
        ["file-upload.value"] = "the package itself ignores it: a browser never fills in a file",
        ["footer.copyright"] = "crown copyright is not a council's to claim",
    };

    /// <summary>Fixtures that cannot apply, and why.</summary>
    private static readonly Dictionary<string, string> Excluded = new();

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var component in PackageFixtures.OfferedComponents.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var fixture in PackageFixtures.Of(component).Where(each => !Excluded.ContainsKey($"{component}: {each.Name}")))
            {
                cases.Add(component, fixture.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Render_with_the_options_of_a_fixture_gives_its_html(string component, string name)
    {
        var fixture = PackageFixtures.Of(component).Single(each => each.Name == name);
        var reader = new OptionsReader(path => OptionsLeftOut.ContainsKey(component + path));
        var record = (Component)reader.Read(PackageFixtures.OfferedComponents[component], fixture.Options);

        using var written = new StringWriter();
        record.Render().WriteTo(written, HtmlEncoder.Default);

        Action<IElement>? adapt = component == "footer" ? body => WithoutTheCrown(body, fixture) : null;
        HtmlShape.Of(written.ToString()).ShouldBe(HtmlShape.Of(fixture.Html, adapt));
    }

    [Fact]
    public void Offer_of_the_library_covers_the_package_except_what_is_named()
    {
        PackageFixtures
            .OfferedComponents.Keys.Concat(NotOffered.Keys)
            .Order(StringComparer.Ordinal)
            .ShouldBe(PackageFixtures.UpstreamComponents);
    }

    [Fact]
    public void Exclusions_that_no_fixture_needs_are_removed()
    {
        foreach (var excluded in Excluded.Keys)
        {
            var component = excluded.Split(": ")[0];
            PackageFixtures.Of(component).Select(each => $"{component}: {each.Name}").ShouldContain(excluded);
        }
    }

    /// <summary>
    /// The crown and the crown copyright are licensed to services on GOV.UK only, and the licence line stands only where the organisation
    /// gives one; the rest of the footer has to be the same.
    /// </summary>
    private static void WithoutTheCrown(IElement body, Fixture fixture)
    {
        body.QuerySelector("svg.govuk-footer__crown")!.Remove();
        body.QuerySelector(".govuk-footer__copyright-logo")!.ParentElement!.Remove();
        body.QuerySelector("svg.govuk-footer__licence-logo")?.Remove();
        if (!fixture.Options.TryGetProperty("contentLicence", out _))
        {
            body.QuerySelector(".govuk-footer__licence-description")!.Remove();
        }
    }
}

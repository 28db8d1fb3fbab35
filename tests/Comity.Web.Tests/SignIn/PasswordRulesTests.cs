using Comity.Web.SignIn;

namespace Comity.Web.Tests.SignIn;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("green kettle orbit")]
    [InlineData("åäö ÅÄÖ åäö øæ")]
    [InlineData("onlysmallletters")]
    [InlineData("482913756204")]
    public void Choose_something_long_and_not_known_is_fine_whatever_its_characters(string password) =>
        PasswordRules.Fault(password, "Ada Marsh", "ada.marsh@elmbrook.example", "Elmbrook Council").ShouldBeNull();

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("password1234")]
    [InlineData("P4ssw0rd-1234")]
    [InlineData("Qwertyuiop!!12")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("correct horse battery staple")]
    public void Choose_something_short_or_known_is_refused(string? password) => PasswordRules.Fault(password).ShouldNotBeNull();

    [Theory]
    [InlineData("Elmbrook2026")]
    [InlineData("elmbrook-1234")]
    public void Choose_the_councils_own_name_with_a_year_is_refused(string password) =>
        PasswordRules.Fault(password, "Ada Marsh", "ada.marsh@elmbrook.example", "Elmbrook Council").ShouldNotBeNull();

    [Fact]
    public void Choose_more_than_can_be_worked_on_is_refused() =>
        PasswordRules.Fault(string.Concat(Enumerable.Repeat("abcdefgh", 26))).ShouldNotBeNull();
}

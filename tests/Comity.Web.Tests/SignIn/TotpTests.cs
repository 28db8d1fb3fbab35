using System.Text;
using Comity.Web.SignIn;

namespace Comity.Web.Tests.SignIn;

public class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1: the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Make_a_code_gives_what_the_standard_says(long seconds, string code) =>
        Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Write_base_32_gives_what_the_standard_says(string plain, string text) =>
        Totp.ToBase32(Encoding.ASCII.GetBytes(plain)).ShouldBe(text);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_a_code_allows_for_a_clock_half_a_minute_off(int steps, bool matches)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var code = Totp.CodeAt(Secret, Totp.StepAt(now) + steps);

        (Totp.Match(Secret, code, now, 0) is not null).ShouldBe(matches);
    }

    [Fact]
    public void Match_a_code_used_already_is_refused_and_so_is_an_older_one()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var step = Totp.StepAt(now);

        Totp.Match(Secret, Totp.CodeAt(Secret, step), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step - 1), now, step).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step + 1), now, step).ShouldBe(step + 1);
    }

    [Fact]
    public void Match_a_code_reads_it_with_spaces_and_refuses_what_is_none()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(59);

        Totp.Match(Secret, " 287 082 ", now, 0).ShouldBe(1);
        Totp.Match(Secret, "", now, 0).ShouldBeNull();
        Totp.Match(Secret, "2870821", now, 0).ShouldBeNull();
    }
}

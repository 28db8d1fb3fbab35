using Comity.Service.Mail;

namespace Comity.Service.Tests.Mail;

public class SenderProofTests
{
    private const string Address = "ada@elmbrook.example";
    private static readonly TrustedServer Own = new("mx.elmbrook.example");

    [Theory]
    [InlineData("mx.elmbrook.example; dmarc=pass header.from=elmbrook.example", Proof.Passed)]
    [InlineData("mx.elmbrook.example; spf=pass smtp.mailfrom=ada@elmbrook.example", Proof.Passed)]
    [InlineData("mx.elmbrook.example; dkim=pass header.d=elmbrook.example", Proof.Passed)]
    [InlineData("mx.elmbrook.example; auth=pass (PLAIN) smtp.auth=ada@elmbrook.example", Proof.Passed)]
    [InlineData("MX.Elmbrook.Example 1; dkim=pass header.i=@elmbrook.example", Proof.Passed)]
    // A signature of somebody else's domain, an envelope of somebody else's, another's account.
    [InlineData("mx.elmbrook.example; dkim=pass header.d=elsewhere.example", Proof.None)]
    [InlineData("mx.elmbrook.example; dkim=pass header.d=example", Proof.None)]
    [InlineData("mx.elmbrook.example; dkim=pass header.d=notelmbrook.example", Proof.None)]
    [InlineData("mx.elmbrook.example; spf=pass smtp.mailfrom=eve@elsewhere.example", Proof.None)]
    [InlineData("mx.elmbrook.example; auth=pass smtp.auth=bram@elmbrook.example", Proof.None)]
    [InlineData("mx.elmbrook.example; dmarc=pass header.from=elsewhere.example", Proof.None)]
    // One that fails outweighs one that would pass.
    [InlineData("mx.elmbrook.example; spf=pass smtp.mailfrom=ada@elmbrook.example; dmarc=fail header.from=elmbrook.example", Proof.Failed)]
    [InlineData("mx.elmbrook.example; spf=fail smtp.mailfrom=ada@elmbrook.example", Proof.Failed)]
    [InlineData("mx.elmbrook.example; none", Proof.None)]
    // What a comment says is said by nobody.
    [InlineData(
        "mx.elmbrook.example; spf=none (x; dmarc=pass header.from=elmbrook.example) smtp.mailfrom=eve@elsewhere.example",
        Proof.None
    )]
    // Another server's word, and a word without a server.
    [InlineData("mx.elsewhere.example; dmarc=pass header.from=elmbrook.example", Proof.None)]
    [InlineData("dmarc=pass header.from=elmbrook.example", Proof.None)]
    public void Proof_of_a_sender_is_the_own_servers_word_on_that_address(string header, Proof expected) =>
        SenderProof.Of(new ReadMail { AuthenticationResults = [header] }, Address, Own).ShouldBe(expected);

    [Fact]
    public void Proof_without_the_servers_word_is_none() => SenderProof.Of(new ReadMail(), Address, Own).ShouldBe(Proof.None);

    [Fact]
    public void Proof_goes_by_what_the_server_wrote_last() =>
        SenderProof
            .Of(
                new ReadMail
                {
                    AuthenticationResults =
                    [
                        "mx.elmbrook.example; spf=fail smtp.mailfrom=ada@elmbrook.example",
                        "mx.elmbrook.example; dmarc=pass header.from=elmbrook.example",
                    ],
                },
                Address,
                Own
            )
            .ShouldBe(Proof.Failed, "The lower line came with the letter.");

    [Theory]
    [InlineData(
        "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=elmbrook.example; dkim=none header.d=none;dmarc=pass action=none header.from=elmbrook.example;compauth=pass reason=100",
        false,
        Proof.Passed
    )]
    [InlineData(
        "spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=elmbrook.example; dmarc=fail action=oreject header.from=elmbrook.example;compauth=fail reason=000",
        false,
        Proof.Failed
    )]
    [InlineData("dkim=none header.d=none;dmarc=none action=none header.from=elmbrook.example;", true, Proof.Passed)]
    [InlineData("mx.elsewhere.example; dmarc=pass header.from=elmbrook.example", false, Proof.None)]
    public void Proof_by_Microsoft_365_is_its_own_line_without_a_name(string header, bool isInternal, Proof expected) =>
        SenderProof
            .Of(new ReadMail { AuthenticationResults = [header], IsInternal = isInternal }, Address, TrustedServer.Microsoft365)
            .ShouldBe(expected);

    [Fact]
    public void Proof_by_an_own_server_takes_no_word_of_Exchange_for_it() =>
        SenderProof.Of(new ReadMail { IsInternal = true }, Address, Own).ShouldBe(Proof.None);
}

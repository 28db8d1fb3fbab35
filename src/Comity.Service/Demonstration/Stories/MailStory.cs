using System.Text;
using Comity.Service.Mail;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Demonstration.Stories;

/// <summary>An email from somebody whom the council does not know, which waits for a person to decide about it.</summary>
internal static class MailStory
{
    public static IEnumerable<Step> Of(Storyline line) =>
        [
            line.Step(
                2,
                async (scene, cancel) =>
                {
                    var address = $"council@{scene.Cast.Council.Domain}";
                    var email = $"""
                        From: Wilhelmina Ashpole <wilhelmina.ashpole@{FictionalPlaces.ResidentsDomain}>
                        To: {address}
                        Subject: The bench by the pond
                        Message-ID: <bench-by-the-pond@{FictionalPlaces.ResidentsDomain}>
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=utf-8

                        Good morning,

                        the bench by the pond has lost a leg and my mother nearly went in. Nobody at the office answered
                        the telephone, so I am writing to all the addresses that I could find. Could one of the councillors
                        look at it?

                        Yours, Wilhelmina Ashpole (fictional)
                        """;
                    byte[] handedOver = [.. IncomingBytes.Heading([address]), .. Encoding.UTF8.GetBytes(email.ReplaceLineEndings("\r\n"))];
                    await scene.The<KeepMail>().ExecuteAsync(handedOver, cancel);
                }
            ),
            line.Step(
                1,
                async (scene, cancel) =>
                {
                    var mail = await scene
                        .The<ComityDb>()
                        .IncomingMail.Where(mail => mail.State == MailState.Kept)
                        .Select(mail => mail.Id)
                        .SingleAsync(cancel);
                    await scene.The<PlaceMail>().ExecuteAsync(mail, cancel);
                }
            ),
        ];
}

namespace Comity.Service.Mail;

/// <summary>Why an email is held, for whoever decides about it and for whoever sent it.</summary>
public static class HeldInWords
{
    public static string Of(HeldBecause? because) =>
        because switch
        {
            HeldBecause.UnknownSender => "Its address is nobody’s whom the council knows.",
            HeldBecause.Unproved => "Nothing proves that it is from the address that it names.",
            HeldBecause.FailedProof => "It is not from the address that it names, says the council’s mail server.",
            HeldBecause.SeveralSenders => "It does not name one sender.",
            HeldBecause.NoOffice => "Its sender holds no office today.",
            HeldBecause.NotTheirAddress => "It answers a notice that was somebody else’s.",
            HeldBecause.UnknownAddress => "It came to an address that was given to nobody.",
            HeldBecause.BlindCopy => "The council was copied in without being named: nobody is copied in secretly here.",
            HeldBecause.Closed => "The matter that it answers is closed.",
            HeldBecause.Files => "It has files that a matter does not take.",
            HeldBecause.TooLarge => "It is longer, or has a larger file, than a matter takes.",
            HeldBecause.Broken => "It is damaged, and something may be missing.",
            HeldBecause.Unreadable => "It cannot be read.",
            HeldBecause.NamesMatter => "It names a matter, and did not come as an answer to a notice of it.",
            HeldBecause.FromAnOfficer => "It is from an officer and answers no notice.",
            HeldBecause.ByTheRules => "The protocol, or the council’s arrangements, do not let it go on as it is.",
            HeldBecause.WhatIsIt => "Its sender has to say what it is.",
            HeldBecause.Empty => "It says nothing and brings nothing.",
            _ => "It could not be placed.",
        };

    /// <summary>The same for its sender, of whom it is known that they sent it.</summary>
    public static string ToSender(HeldBecause because) =>
        because switch
        {
            HeldBecause.NoOffice => "You hold no office today, so your email could not be passed on.",
            HeldBecause.NotTheirAddress or HeldBecause.UnknownAddress => "The address to which you wrote was not given to you.",
            HeldBecause.BlindCopy => "Your email did not name the council as a recipient. Nobody is copied in secretly here.",
            HeldBecause.Closed => "The matter is closed.",
            HeldBecause.Files => "Your email brought files of a kind that cannot be attached.",
            HeldBecause.TooLarge => "Your email is longer, or brought a larger file, than can be taken.",
            HeldBecause.Broken or HeldBecause.Unreadable => "Your email came in damaged.",
            HeldBecause.Empty => "Your email came in empty.",
            _ => "Your email could not be placed by itself.",
        };
}

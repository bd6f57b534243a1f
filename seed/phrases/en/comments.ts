import type { CommentPhrases } from '../phrase-book.ts';

export const COMMENTS: CommentPhrases = {
  steps: {
    discovery: {
      good: [
        'A friend recommended you and everything she said was true.',
        'Your website answered all my questions before I came.',
        'The prices on the website matched what I paid.',
        'I read the reviews first and they were right.',
      ],
      bad: [
        'The website still shows the old opening hours.',
        'I could not find out what a visit costs before coming.',
        'The list of doctors online is out of date.',
        'It was hard to tell from the website which clinic I needed.',
      ],
    },
    scheduling: {
      good: [
        'Booking online took two minutes.',
        'I got an appointment the very next day.',
        'The lady on the phone found a time that suited my work.',
        'The reminder the day before was useful.',
        'Answered my message within the hour and changed my appointment without fuss.',
      ],
      bad: [
        'I called four times before anyone picked up.',
        'Twenty minutes on hold and then the line was cut.',
        'The first free appointment was six weeks away.',
        'My appointment was moved twice and nobody told me why.',
        'The booking page lost my details and I had to start again.',
      ],
    },
    'check-in': {
      good: [
        'Friendly welcome at the desk and I was called soon.',
        'They told me how long I would wait and it was true.',
        'Check-in was quick and the signs were easy to follow.',
        'Hardly any paperwork this time, thank you.',
        'The receptionist saw that I was in pain and brought me a chair.',
      ],
      bad: [
        'I waited {minutes} minutes and nobody said why.',
        '{minutes} minutes at the desk before anyone looked up.',
        'I filled in the same form three times.',
        'No signs anywhere, I walked round the building twice to find the desk.',
        'Nobody could tell me how long it would take.',
        'The waiting room was full and people were standing.',
      ],
    },
    care: {
      good: [
        'The doctor listened to everything and explained it in plain words.',
        'The nurse was gentle and never in a hurry.',
        'I felt safe the whole time.',
        'Everyone introduced themselves before they did anything.',
        'They asked what mattered to me and wrote it down.',
        'Very professional and kind, even though it was busy.',
      ],
      bad: [
        'The doctor looked at the screen more than at me.',
        'I was given five minutes after waiting all morning.',
        'Nobody explained what the examination was for.',
        'I was told three different things by three different people.',
        'We talked about private matters with only a curtain between us and the next patient.',
        'Nobody looked in on me for {minutes} minutes.',
      ],
    },
    'continuing-care': {
      good: [
        'My results were ready when they said they would be.',
        'The specialist already knew my history, I did not have to repeat it.',
        'The referral went through the same day.',
        'The move from one department to the next was well arranged.',
      ],
      bad: [
        'I am still waiting for my results after two weeks.',
        'I told my story to four different people.',
        'The referral letter never reached the specialist.',
        'The blood test was done twice because the first result was lost.',
        'One department did not know what the other had promised.',
      ],
    },
    'follow-up': {
      good: [
        'A nurse called the next day to ask how I was.',
        'The medicines were explained clearly and I got a leaflet to take home.',
        'I knew exactly what to do when I got home.',
        'Somebody called back, as promised.',
      ],
      bad: [
        'I went home without knowing how to take the tablets.',
        'Nobody called after the procedure although it was promised.',
        'The leaflet was not in my language.',
        'I did not know whom to ask when the pain came back.',
      ],
    },
    billing: {
      good: [
        'The bill was clear and there were no surprises.',
        'The insurance claim was settled without me doing anything.',
        'They explained every line of the bill patiently.',
        'Paying online worked at once.',
      ],
      bad: [
        'I do not understand the bill and nobody answers the phone.',
        'I was charged for a test I never had.',
        'The insurer says the claim was never sent.',
        'The final price was much higher than the estimate.',
        'Three calls to the billing office and still no answer.',
      ],
    },
    'next-visit': {
      good: [
        'I will come back, they remember who I am.',
        'The next appointment was booked before I left.',
        'I like seeing the same doctor each time.',
        'The reminder for my yearly check came at the right time.',
      ],
      bad: [
        'Each time it is a different doctor and I start from the beginning.',
        'My records from last year could not be found.',
        'Nobody reminded me that my check was due.',
        'I have been a patient here for years and still feel like a number.',
      ],
    },
  },
  general: {
    good: [
      'Excellent from start to finish.',
      'Could not ask for better.',
      'Everything went smoothly.',
      'Very satisfied.',
    ],
    middling: [
      'All right, but nothing special.',
      'Good staff, but the organisation could be better.',
      'Some things were good, others less so.',
      'It was fine in the end.',
    ],
    bad: ['Very disappointed.', 'I expected more of this hospital.', 'A poor experience overall.', 'Not good enough.'],
  },
  closing: {
    good: [
      'Thank you all.',
      'Please thank the team for me.',
      'Keep it up.',
      'I have already recommended you to my family.',
    ],
    bad: [
      'Please do something about it.',
      'I hope somebody reads this.',
      'Next time I will go elsewhere.',
      'Please let me know what you will change.',
    ],
  },
  stories: {
    registration: [
      'Since the new computer system at the front desk everything takes twice as long.',
      'The staff were struggling with the new registration system and the queue reached the door.',
      'The new system did not know me, so they typed everything in again while {minutes} people waited.',
      'Registered as an old patient and still waited {minutes} minutes just to check in.',
      'Several people gave up and left while I was queuing at the new check-in.',
    ],
    bedsideRounds: [
      'Every afternoon a nurse came round, sat down and asked how I was. That made all the difference.',
      'The afternoon rounds are a very good idea, I always knew what would happen next.',
      'The team came to my bed at four each day and my daughter could ask her questions.',
      'Nobody had to ring the bell, they came by before we needed anything.',
    ],
    doubleBilling: [
      'I got the same bill twice and then a reminder for the second one.',
      'Billed twice for one visit, and nobody at the office could explain it.',
      'I paid, and a week later a second invoice came for the same day.',
      'Since the new invoices arrived nothing adds up.',
    ],
  },
  contact: 'Please call me back on 555-0142 or write to patient@example.com.',
};

import type { Voice } from './voice.ts';

/** What people say of strangers, of things taken and broken, and of people in trouble. */
export const SAFETY_VOICES: Readonly<Record<string, Voice>> = {
  'Somebody sits in a parked car for hours': {
    says: [
      'A gray car stands on {street} with somebody in it for hours. He writes things down.',
      'He was there again today, from lunch until the school bus came.',
      'It may be nothing. But nobody on the block knows him and he does not say hello.',
    ],
    when: 'Weekday afternoons',
    affected: 'Parents on the block',
    did: 'Patrol spoke with him once: he said he waits for a friend.',
    asked: 'Pass by in the afternoon; tell the group what we learn.',
  },
  'People going through mailboxes': {
    says: [
      'I saw two people going from mailbox to mailbox on {street} before it got light.',
      'My checks never came and neither did my neighbor’s.',
    ],
    when: 'Before 6 am',
    affected: 'About twenty households',
    did: 'Postal inspector’s number given; three reports written.',
    asked: 'Tell the carrier; early patrol on mail days.',
  },
  'Flashlights behind the empty house': {
    says: [
      'There were flashlights behind the empty house on {street} three nights in a row.',
      'I do not go out back after dark now. Somebody is in there.',
    ],
    when: 'After 10 pm',
    affected: 'The two houses next to it',
    did: 'Walked around the house by day: back window open.',
    asked: 'Owner boards the window; patrol looks in at night.',
  },
  'Someone looking into porches after dark': {
    says: ['A man walks up to porches and looks in through the glass. Three of us have him on our doorbells.'],
    when: 'After 10 pm',
    affected: 'Millrace, the blocks by the mill',
    did: 'Pictures from two doorbells given to the investigator.',
    asked: 'Late walk by patrol; tell people to leave the porch light on.',
  },
  'Third car window this month': {
    says: [
      'That is the third car window on {street} this month. Mine was parked under the lamp.',
      'They took nothing but change and a phone cord, and the glass costs me three hundred dollars.',
    ],
    when: 'Overnight',
    affected: 'People without a garage',
    did: 'Reports taken; tip cards handed out.',
    asked: 'Night patrol for two weeks; nothing left in cars.',
  },
  'Tools taken from work trucks': {
    says: [
      'They cut the lock on my truck and took every tool I own. I cannot work.',
      'Two work trucks on {street} in one night. They knew what they wanted.',
    ],
    when: 'Overnight, Sunday to Monday',
    affected: 'Tradespeople on the block',
    did: 'Serial numbers collected; pawn shops asked.',
    asked: 'Mark tools; camera on the lot.',
  },
  'People try door handles at night': {
    says: [
      'My camera has two people walking down {street} trying every car door.',
      'They go along the row and pull each handle. It took them four minutes for the block.',
    ],
    when: '2 to 4 am',
    affected: 'Everybody who parks on the street',
    did: 'Video given to the investigator.',
    asked: 'Remind the block to lock up; patrol after two.',
  },
  'Car windows broken by the Tern Park lot': {
    says: [
      'Windows broken on weekday afternoons, always the back row of the lot. Three of us at this table lost a window since September.',
    ],
    when: 'Weekday afternoons',
    affected: 'People who park at Tern Park',
    did: 'Walked the lot with the group on October 20.',
    asked: 'Afternoon patrols; lamps at the back row; move or fence the back row.',
  },
  'Groups trying car doors on Linnet Avenue': {
    says: [
      'Four or five of them came down Linnet Avenue in broad daylight, trying the doors, and laughed when I shouted.',
    ],
    when: 'Afternoons',
    affected: 'Linnet Avenue, above the park',
    did: 'Compared with the Tern Park reports.',
    asked: 'Same patrols as Tern Park; ask Crime Analysis whether it is the same hours.',
  },
  'Packages gone from the porch': {
    says: [
      'The delivery picture shows the box on my porch and ten minutes later it was gone.',
      'Everybody on {street} lost something this month. A car follows the truck.',
    ],
    when: 'Weekdays, 11 am to 4 pm',
    affected: 'Households out at work',
    did: 'Reports taken; plate of a car from one camera.',
    asked: 'Deliver to the library lockers; patrol behind the delivery truck for a week.',
  },
  'Bikes stolen from the rack': {
    says: [
      'My bike was cut from the rack on {street}, in the middle of the day.',
      'Third bike this term. The rack is behind the building where nobody looks.',
    ],
    when: 'Daytime',
    affected: 'Students and riders',
    did: 'Lock advice given; bikes marked on Saturday.',
    asked: 'Move the rack to the front door.',
  },
  'Two garages opened on our block': {
    says: [
      'Two garages on our block were opened in one week and nobody heard a thing.',
      'They opened the garage on {street} and took the good bikes and a saw. The house was full of people.',
      'Mine was left open, I admit it, but the other one was locked.',
    ],
    when: 'Overnight',
    affected: 'The whole block is uneasy',
    did: 'Went door to door with Garage Door cards.',
    asked: 'Garage Door visits at night; tell the block what we know.',
  },
  'Break-in while we were at work': {
    says: [
      'We came home and the back door on {street} was kicked in.',
      'They went through every drawer. It was between nine and three, in broad daylight.',
    ],
    when: 'Weekdays, 9 am to 3 pm',
    affected: 'Families at work',
    did: 'Offered a look at doors and locks.',
    asked: 'Home security visit; day patrol on the back alleys.',
  },
  'Shed locks cut': {
    says: [
      'They cut the lock on my shed and took the mower. The neighbor’s went the same night.',
      'Four sheds on the alley behind {street}. They come with bolt cutters.',
    ],
    when: 'Overnight',
    affected: 'Homes along the alley',
    did: 'Talked with the alley’s neighbors about better locks.',
    asked: 'Light in the alley; mark tools; watch captains told.',
  },
  'Benches broken in the park': {
    says: [
      'Both benches by the pond are broken. They were new in spring.',
      'Somebody takes the boards off the benches and makes fires with them.',
    ],
    when: 'Weekend nights',
    affected: 'Older people who rest there',
    did: 'Parks told.',
    asked: 'Metal benches; patrol at closing time.',
  },
  'Fence kicked in again': {
    says: [
      'My fence on {street} was kicked in again. Third time, same boards.',
      'It is on the way home from the bars, I suppose. They run along and kick.',
    ],
    when: 'Saturday night',
    affected: 'Corner house',
    did: 'Report taken.',
    asked: 'Patrol at closing time; camera on the corner.',
  },
  'Mailboxes smashed': {
    says: [
      'Seven mailboxes on {street} were smashed from a moving car.',
      'Baseball bat and a pickup truck. We heard them laughing.',
    ],
    when: 'After midnight',
    affected: 'Seven households',
    did: 'Reports written for all seven.',
    asked: 'Ask for door cameras; talk at the high school.',
  },
  'Needles by the basketball court': {
    says: [
      'I found four needles by the basketball court on {street}. Children play there.',
      'We pick them up with a jar before practice. That is no job for a coach.',
    ],
    when: 'Found in the morning',
    affected: 'Children, the team',
    did: 'Collected with the health department’s outreach.',
    asked: 'A drop box; outreach visits on two evenings a week.',
  },
  'Short visits all night at one house': {
    says: [
      'Cars stop at one house on {street} for two minutes and leave. All night long.',
      'I counted thirty on Friday. They leave the engine running.',
      'We know what it is and we are tired of it. Please do not use my name.',
    ],
    when: '9 pm to 4 am',
    affected: 'The block, with children',
    did: 'Passed to Narcotics; asked neighbors for times.',
    asked: 'Narcotics to look; meet the owner of the house.',
  },
  'Dealing at the bus shelter': {
    says: [
      'They sell at the bus shelter on {street} while people wait for the bus.',
      'I walk to the next stop now because of it.',
    ],
    when: '3 to 7 pm',
    affected: 'Bus riders',
    did: 'Stood at the stop for two afternoons.',
    asked: 'Move the shelter into sight of the store; patrol at four.',
  },
  'Shouting outside after the bars close': {
    says: [
      'When the bars close they stand under my window on {street} and shout for an hour.',
      'It is not one bar, it is all of them at the same minute.',
    ],
    when: 'Friday and Saturday, 1:30 to 3 am',
    affected: 'People who live above the shops',
    did: 'Met the door staff of three bars.',
    asked: 'Door staff walk people to the corner; a patrol on foot at closing.',
  },
  'Fights in the parking lot': {
    says: [
      'There was another fight in the lot on {street} and somebody bled on the wall.',
      'My clerks are afraid to walk to their cars after closing.',
    ],
    when: 'Weekends after 11 pm',
    affected: 'Shop staff',
    did: 'Staff walked to their cars for two weekends.',
    asked: 'Better light; one exit closed after eleven.',
  },
  'Neighbors argue in the street most nights': {
    says: [
      'Two families on {street} argue in the street most nights and the children watch.',
      'It is only words so far. I am afraid of when it is not.',
    ],
    when: 'Most evenings',
    affected: 'Two families and their neighbors',
    did: 'Spoke with both sides, one after the other.',
    asked: 'Mediation through the community center.',
  },
  'People sleep in our stairwell': {
    says: [
      'There are people sleeping in our stairwell on {street}. I am not angry, but I step over them with my child.',
      'The door does not lock, so of course they come in when it is cold.',
    ],
    when: 'Nights',
    affected: 'Twelve apartments',
    did: 'Outreach offered beds; one accepted.',
    asked: 'Repair the lock; outreach twice a week.',
  },
  'Children climb into the building site': {
    says: [
      'Children climb through the fence of the building site on {street} after school.',
      'There is an open pit and no guard after four.',
    ],
    when: 'After 4 pm',
    affected: 'Children',
    did: 'Foreman told; hole in the fence closed the same day.',
    asked: 'Guard or lock after four; talk at the school.',
  },
  'Tents under the bridge, people need help': {
    says: [
      'There are six tents under the bridge and it is getting cold. These people need help, not tickets.',
      'An older man there has a bad cough. Can somebody go and see him?',
      'My mother walks by there and she brings them soup, but it is more than soup can do.',
    ],
    when: 'Day and night',
    affected: 'The people who live there',
    did: 'Walked there with the outreach nurse.',
    asked: 'Outreach and a place to wash; trash picked up weekly.',
  },
  'Fire seen at the camp by the tracks': {
    says: [
      'There was a fire at the camp by the tracks, flames as high as the fence.',
      'They cook with wood and it is dry as paper there.',
    ],
    when: 'Evenings',
    affected: 'People in the camp and the yard next to it',
    did: 'Fire department went along; stoves explained.',
    asked: 'Brush cut back; outreach and fire visit together.',
  },
  'We heard shots on Saturday, twice': {
    says: [
      'We heard shots on Saturday, twice, about ten minutes apart.',
      'It was shots and not fireworks. I was in the service, I know the sound.',
      'My boys were on the floor. Somebody tell us what happened.',
    ],
    when: 'Saturday night',
    affected: 'Everybody who heard it',
    did: 'Casings searched for; none found.',
    asked: 'Tell the group what was found; patrol on Saturday night.',
  },
};

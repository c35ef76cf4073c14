import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBook2, IconCalendar, IconListNumbers, IconNote, IconScale, IconSignature, IconTrendingUp } from '../../ui/icons.ts';

export default {
  area: 'development',
  menu: [
    { id: 'reviews', to: '/development/reviews', icon: IconScale, needs: 'listPeerRequests', at: 7 },
    { id: 'plan', to: '/development/plan', icon: IconTrendingUp, needs: 'listGoals', at: 8 },
    { id: 'talks', to: '/development/talks', icon: IconNote, needs: 'listOneToOnes', at: 9 },
    { id: 'skills', to: '/development/skills', icon: IconListNumbers, needs: 'getSkillsMatrix', at: 40 },
    { id: 'enrolments', to: '/development/enrolments', icon: IconCalendar, needs: 'listEnrolments', at: 41 },
    { id: 'courses', to: '/development/courses', icon: IconBook2, needs: 'createEnrolment', at: 42 },
    { id: 'staffCertificates', to: '/development/certificates', icon: IconSignature, needs: 'listCertificates', at: 43 },
  ],
  commands: [
    { id: 'newCourse', icon: IconBook2, needs: 'createCourse', of: '/development/courses' },
    { id: 'newEnrolment', icon: IconCalendar, needs: 'createEnrolment', of: '/development/enrolments' },
  ],
  routes: {
    '/development/reviews': () => import('./reviews-screen.tsx'),
    '/development/reviews/$cycleId': () => import('./cycle-record.tsx'),
    '/development/reviews/$cycleId/$employeeId': () => import('./review-screen.tsx'),
    '/development/plan': () => import('./plan-screen.tsx'),
    '/development/talks': () => import('./talks-screen.tsx'),
    '/development/skills': () => import('./skills-screen.tsx'),
    '/development/enrolments': () => import('./enrolment-list.tsx'),
    '/development/enrolments/new': () => import('./new-enrolment.tsx'),
    '/development/enrolments/$enrolmentId': () => import('./enrolment-record.tsx'),
    '/development/courses': () => import('./course-list.tsx'),
    '/development/courses/new': () => import('./new-course.tsx'),
    '/development/courses/$courseId': () => import('./course-record.tsx'),
    '/development/certificates': () => import('./certificate-list.tsx'),
  },
} satisfies ModuleScreens;
